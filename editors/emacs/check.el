;;; check.el --- Checks that marks, hover and a fix arrive  -*- lexical-binding: t -*-

;; For editors/check.sh.

;;; Code:

(require 'package)
(package-initialize)
(load (expand-file-name "consentlint.el" (file-name-directory load-file-name)))
(setq consentlint-program (getenv "CONSENTLINT"))
(setq eglot-sync-connect t)
(setq eglot-confirm-server-initiated-edits nil)

(defun consentlint-check-wait (what test)
  "Wait until TEST gives a value, and give it; fail with WHAT if it does not."
  (let ((end (+ (float-time) 15)) value)
    (while (and (not (setq value (funcall test))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or value (progn (message "emacs: no %s" what) (kill-emacs 1)))))

(condition-case failure
    (progn
      (find-file (getenv "CONSENTLINT_FORM"))
      (text-mode)
      (apply #'eglot (eglot--guess-contact))
      (consentlint-check-wait "server" #'eglot-current-server)
      (let* ((marks (consentlint-check-wait
                     "marks" (lambda () (flymake-start) (flymake-diagnostics))))
             ;; A clause that permits something: what is missing has other fixes.
             (mark (seq-find (lambda (mark)
                               (and (eq (flymake-diagnostic-type mark) (quote eglot-warning))
                                    (string-match-p "ai\\.training" (flymake-diagnostic-text mark))))
                             marks (car marks))))
        (goto-char (flymake-diagnostic-beg mark))
        (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                      (eglot--TextDocumentPositionParams))))
          (unless (plist-get hover :contents) (message "emacs: no hover") (kill-emacs 1)))
        (let* ((place (eglot--pos-to-lsp-position))
               (actions (jsonrpc-request
                         (eglot-current-server) :textDocument/codeAction
                         (list :textDocument (eglot--TextDocumentIdentifier)
                               :range (list :start place :end place)
                               :context (list :diagnostics []))))
               (action (seq-find (lambda (action) (string-match-p "(opt-out)" (plist-get action :title))) actions)))
          (unless action (message "emacs: no fix") (kill-emacs 1))
          (unless (plist-get action :edit)
            (setq action (jsonrpc-request (eglot-current-server) :codeAction/resolve action)))
          (eglot--apply-workspace-edit (plist-get action :edit))
          (goto-char (point-min))
          (unless (search-forward "You can opt out of this use of your data." nil t)
            (message "emacs: the fix did nothing")
            (kill-emacs 1)))
        (message "emacs: %d marks, hover, fix: ok" (length marks))
        (set-buffer-modified-p nil)
        (eglot-shutdown (eglot-current-server))
        (kill-emacs 0)))
  (error (message "emacs: %S" failure) (kill-emacs 1)))
;;; check.el ends here

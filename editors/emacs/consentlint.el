;;; consentlint.el --- ConsentLint for eglot  -*- lexical-binding: t -*-

;; For Emacs 29 and later, or Emacs 28 with the package eglot. Put it into your init file, then use M-x eglot in a form.

;;; Code:

(require 'eglot)

(defvar consentlint-program "consentlint"
  "The program to start.")

(add-to-list
 'eglot-server-programs
 (cons '(text-mode markdown-mode gfm-mode html-mode mhtml-mode rst-mode)
       (lambda (&rest _) (list consentlint-program "lsp"))))

(provide 'consentlint)
;;; consentlint.el ends here

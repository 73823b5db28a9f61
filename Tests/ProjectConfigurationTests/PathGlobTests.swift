import ProjectConfiguration
import Testing

/// Patterns for paths.
struct PathGlobTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "x/y/a.md", true), ("*.md", "a.mdx", false), ("drafts/", "drafts/a.txt", true),
    ("drafts", "x/drafts/a.txt", true), ("drafts", "x/drafts2/a.txt", false), ("/drafts", "drafts/a.txt", true),
    ("/drafts", "x/drafts/a.txt", false), ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/b/c.txt", false),
    ("a/**/c.txt", "a/c.txt", true), ("a/**/c.txt", "a/b/b/c.txt", true), ("**/old/**", "x/old/y/z.txt", true),
    ("**", "a/b.txt", true), ("npp-?.txt", "npp-1.txt", true), ("npp-?.txt", "npp-12.txt", false),
    ("a*b*c", "aXbYbZc", true), ("./a.txt", "a.txt", true), ("", "a.txt", false), ("é*", "été.txt", true),
  ])
  func fits(pattern: String, path: String, expected: Bool) {
    #expect(PathGlob(pattern).fits(path) == expected)
  }

  @Test func manyStarsStayQuick() {
    let pattern = String(repeating: "**/a*a*a*/", count: 40) + "b"
    #expect(!PathGlob(pattern).fits(String(repeating: "aaaaaaaaaaaaaaaa/", count: 60) + "c"))
  }
}

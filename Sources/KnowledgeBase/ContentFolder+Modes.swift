import FoundationEssentials
import Glibc

extension ContentFolder {
  /// Returns the paths of what others than its owner may change in the folder at
  /// `path`, `.` being the folder itself; `nil` when there is no such folder.
  ///
  /// Folders count too: who may write into one can put another file in the place
  /// of any that it holds.
  package static func writableByOthers(at path: String) -> [String]? {
    let manager = FileManager.default
    var isDirectory = false
    guard manager.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory,
      let names = try? manager.subpathsOfDirectory(atPath: path)
    else { return nil }
    return (["."] + names.sorted().filter { !isHidden($0) }).filter { name in
      var status = stat()
      return unsafe stat(path + "/" + name, &status) == 0
        && status.st_mode & (S_IWGRP | S_IWOTH) != 0
    }
  }
}

import Retrieval

extension FeatureList {
  /// Creates a list of features by their names.
  init(_ names: some Sequence<String>) {
    self.init()
    for name in names {
      write(name.utf8)
      endFeature()
    }
  }
}

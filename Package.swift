// swift-tools-version: 6.2
import PackageDescription

// One place for the settings of every Swift target: the language mode's
// coming rules switched on today, warnings as errors, unsafe calls marked.
let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "careguide",
  products: [
    .executable(name: "careguide", targets: ["careguide"]),
    .library(name: "Retrieval", targets: ["Retrieval"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  // From the top of the house down: a target may use only what stands below it.
  targets: [
    .executableTarget(
      name: "careguide",
      dependencies: [
        "Sessions", "Rendering", "Conversation", "KnowledgeBase", "Safety",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .target(
      name: "Sessions",
      dependencies: [
        "CKiosk", "CReadline", "CSignals", "Rendering", "Conversation", "KnowledgeBase", "Safety",
        "TextAnalysis",
      ],
      swiftSettings: swiftSettings),
    .target(
      name: "Rendering",
      dependencies: ["Conversation", "KnowledgeBase", "Retrieval", "Safety", "CUTF8Proc"],
      swiftSettings: swiftSettings),
    .target(
      name: "Conversation",
      dependencies: ["KnowledgeBase", "Safety", "Retrieval", "TextAnalysis"],
      swiftSettings: swiftSettings),
    .target(
      name: "KnowledgeBase",
      dependencies: ["Safety", "Retrieval", "TextAnalysis", "CMark", "CNettle", "CYAML"],
      swiftSettings: swiftSettings),
    .target(
      name: "Safety",
      dependencies: ["Retrieval", "TextAnalysis"],
      swiftSettings: swiftSettings),
    .target(
      name: "Retrieval",
      dependencies: ["TextAnalysis"],
      swiftSettings: swiftSettings),
    .target(
      name: "TextAnalysis",
      dependencies: ["CStemmer", "CUTF8Proc"],
      swiftSettings: swiftSettings),

    // Asks the labelled questions and prints how well they are answered.
    .executableTarget(
      name: "Evaluation",
      dependencies: [
        "ContentLint", "Statistics", "Conversation", "KnowledgeBase", "Retrieval", "Safety",
        "TextAnalysis",
      ],
      path: "Tests/Evaluation",
      exclude: [
        "questions.tsv", "questions-kept-aside.tsv", "questions-kept-aside-second.tsv",
        "Dialogues", "Messages",
      ],
      swiftSettings: swiftSettings),

    // The formulas behind what it prints.
    .target(name: "Statistics", path: "Tests/Statistics", swiftSettings: swiftSettings),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"],
      swiftSettings: swiftSettings),

    // What can be said of phrasings and lexicon without asking anything.
    .target(
      name: "ContentLint", dependencies: ["KnowledgeBase", "TextAnalysis"],
      path: "Tests/ContentLint", swiftSettings: swiftSettings),
    .testTarget(
      name: "ContentLintTests",
      dependencies: ["ContentLint", "KnowledgeBase", "TextAnalysis", "TestSupport"],
      swiftSettings: swiftSettings),

    .target(
      name: "TestSupport", dependencies: ["KnowledgeBase", "TextAnalysis"],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    // Drives the built program from outside, in a terminal and behind pipes.
    .target(name: "CChildProcess", path: "Tests/CChildProcess"),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["CChildProcess", "TestSupport"],
      exclude: ["Screens"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "SessionsTests",
      dependencies: [
        "Sessions", "Rendering", "Conversation", "KnowledgeBase", "Safety", "TestSupport",
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Rendering", "Conversation", "KnowledgeBase", "Safety", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ConversationTests",
      dependencies: [
        "Conversation", "KnowledgeBase", "Safety", "Retrieval", "TextAnalysis", "TestSupport",
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "KnowledgeBaseTests",
      dependencies: ["KnowledgeBase", "Safety", "TextAnalysis", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "SafetyTests",
      dependencies: ["Safety", "KnowledgeBase", "Retrieval", "TextAnalysis", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "RetrievalTests",
      dependencies: ["Retrieval", "TextAnalysis", "TestSupport"],
      resources: [.copy("Fixtures")],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "TextAnalysisTests",
      dependencies: ["TextAnalysis", "TestSupport"],
      swiftSettings: swiftSettings),

    // readline keeps its state in C globals: a small C target owns them.
    .target(
      name: "CReadline",
      linkerSettings: [.linkedLibrary("readline"), .linkedLibrary("tinfo")]),
    // Swift's Glibc module has no signalfd.
    .target(name: "CSignals"),
    // Nor has it fork, or the calls that shut a process in.
    .target(name: "CKiosk"),
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
  ],
  swiftLanguageModes: [.v6]
)

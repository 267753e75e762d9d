import Dispatch
import Synchronization

/// Work done on another thread, and its result.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  /// Starts the work.
  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let value = work()
      result.withLock { $0 = value }
    }
  }

  /// Waits for the work to be done and returns its result.
  func value() -> Value {
    group.wait()
    guard let value = result.withLock({ $0 }) else {
      // The group is only left once the result is there.
      preconditionFailure("background work ended without a result")
    }
    return value
  }
}

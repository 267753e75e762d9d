import Synchronization
import Testing

@testable import KnowledgeBase

struct LazyTests {
  @Test func theValueIsMadeOnceAndOnlyWhenAskedFor() {
    final class Count: Sendable { let made = Mutex(0) }
    let count = Count()
    let lazy = Lazy {
      count.made.withLock {
        $0 += 1
        return $0
      }
    }
    #expect(count.made.withLock(\.self) == 0)
    #expect([lazy.value, lazy.value] == [1, 1])
  }
}

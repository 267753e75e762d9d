import Retrieval
import Testing

struct FeatureListTests {
  @Test func isEmptyAtFirst() {
    #expect(FeatureList().names == [])
    #expect(FeatureList().count == 0)
  }

  @Test func keepsRepeatsAndTheOrder() {
    let list = FeatureList(["w:tea", "c:te", "w:tea"])
    #expect(list.names == ["w:tea", "c:te", "w:tea"])
    #expect(list.count == 3)
  }

  @Test func aNameIsWrittenInParts() {
    var list = FeatureList()
    list.write(UInt8(ascii: "w"))
    list.write(":green".utf8)
    list.write(UInt8(ascii: " "))
    list.write("té".utf8)
    #expect(list.names == [])
    list.endFeature()
    list.write(UInt8(ascii: "x"))
    list.endFeature()
    #expect(list.names == ["w:green té", "x"])
  }
}

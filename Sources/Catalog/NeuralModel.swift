import Foundations

/// A neural network known by name: the dimensions on its model card, or the work of one item.
package struct NeuralModel: Sendable, Hashable {
  package var name: String
  /// Parameters, and those one token uses.
  package var parameters: Double
  package var activeParameters: Double
  /// Dimensions of a language model; 0 in others.
  package var layers: Int
  package var hidden: Int
  package var heads: Int
  package var keyValueHeads: Int
  package var headSize: Int
  package var vocabulary: Int
  package var experts: Int
  package var expertsPerToken: Int
  /// Operations and input bytes of one item; `nil` for language models.
  package var itemOperations: Double?
  package var itemBytes: Double?
  package var source: String

  /// Whether it writes tokens one after another.
  package var isLanguageModel: Bool { layers > 0 && itemOperations == nil }
}

extension NeuralModel {
  /// All known networks, language models first.
  package static let all: [NeuralModel] = languageModels + otherNetworks

  /// A network by its name, without regard to case, separators, the publisher's prefix or a suffix such as
  /// `-Instruct`.
  package static func named(_ name: String) -> NeuralModel? {
    let wanted = plain(name)
    return all.first { plain($0.name) == wanted }
  }

  private static func plain(_ text: String) -> String {
    var word = text.lowercased()
    if let slash = word.lastIndex(of: "/") { word = String(word[word.index(after: slash)...]) }
    for suffix in ["-instruct", "-chat", "-hf", "-it"] where word.hasSuffix(suffix) {
      word.removeLast(suffix.count)
    }
    return word.filter { !"-_ .".contains($0) }
  }

  private static func dense(
    _ name: String, _ billions: Double, layers: Int, hidden: Int, heads: Int, kv: Int, size: Int, vocabulary: Int
  ) -> NeuralModel {
    mixture(
      name, billions, active: billions, layers: layers, hidden: hidden, heads: heads, kv: kv, size: size,
      vocabulary: vocabulary, experts: 1, used: 1)
  }

  private static func mixture(
    _ name: String, _ billions: Double, active: Double, layers: Int, hidden: Int, heads: Int, kv: Int, size: Int,
    vocabulary: Int, experts: Int, used: Int
  ) -> NeuralModel {
    NeuralModel(
      name: name, parameters: billions * 1e9, activeParameters: active * 1e9, layers: layers, hidden: hidden,
      heads: heads, keyValueHeads: kv, headSize: size, vocabulary: vocabulary, experts: experts, expertsPerToken: used,
      itemOperations: nil, itemBytes: nil, source: "model card and its configuration file")
  }

  private static func other(
    _ name: String, _ billions: Double, operations: Double, bytes: Double, source: String
  ) -> NeuralModel {
    NeuralModel(
      name: name, parameters: billions * 1e9, activeParameters: billions * 1e9, layers: 0, hidden: 0, heads: 0,
      keyValueHeads: 0, headSize: 0, vocabulary: 0, experts: 1, expertsPerToken: 1, itemOperations: operations,
      itemBytes: bytes, source: source)
  }

  private static let languageModels = [
    dense("Llama-2-7B", 6.74, layers: 32, hidden: 4096, heads: 32, kv: 32, size: 128, vocabulary: 32_000),
    dense("Llama-2-13B", 13.02, layers: 40, hidden: 5120, heads: 40, kv: 40, size: 128, vocabulary: 32_000),
    dense("Llama-2-70B", 68.98, layers: 80, hidden: 8192, heads: 64, kv: 8, size: 128, vocabulary: 32_000),
    dense("Llama-3-8B", 8.03, layers: 32, hidden: 4096, heads: 32, kv: 8, size: 128, vocabulary: 128_256),
    dense("Llama-3-70B", 70.55, layers: 80, hidden: 8192, heads: 64, kv: 8, size: 128, vocabulary: 128_256),
    dense("Llama-3.1-8B", 8.03, layers: 32, hidden: 4096, heads: 32, kv: 8, size: 128, vocabulary: 128_256),
    dense("Llama-3.1-70B", 70.55, layers: 80, hidden: 8192, heads: 64, kv: 8, size: 128, vocabulary: 128_256),
    dense("Llama-3.1-405B", 405.85, layers: 126, hidden: 16384, heads: 128, kv: 8, size: 128, vocabulary: 128_256),
    dense("Llama-3.2-1B", 1.23, layers: 16, hidden: 2048, heads: 32, kv: 8, size: 64, vocabulary: 128_256),
    dense("Llama-3.2-3B", 3.21, layers: 28, hidden: 3072, heads: 24, kv: 8, size: 128, vocabulary: 128_256),
    dense("Llama-3.3-70B", 70.55, layers: 80, hidden: 8192, heads: 64, kv: 8, size: 128, vocabulary: 128_256),
    dense("Mistral-7B", 7.25, layers: 32, hidden: 4096, heads: 32, kv: 8, size: 128, vocabulary: 32_768),
    dense("Qwen2.5-7B", 7.62, layers: 28, hidden: 3584, heads: 28, kv: 4, size: 128, vocabulary: 152_064),
    dense("Qwen2.5-32B", 32.76, layers: 64, hidden: 5120, heads: 40, kv: 8, size: 128, vocabulary: 152_064),
    dense("Qwen2.5-72B", 72.71, layers: 80, hidden: 8192, heads: 64, kv: 8, size: 128, vocabulary: 152_064),
    dense("Qwen3-8B", 8.19, layers: 36, hidden: 4096, heads: 32, kv: 8, size: 128, vocabulary: 151_936),
    dense("Qwen3-32B", 32.76, layers: 64, hidden: 5120, heads: 64, kv: 8, size: 128, vocabulary: 151_936),
    dense("GPT-J-6B", 6.05, layers: 28, hidden: 4096, heads: 16, kv: 16, size: 256, vocabulary: 50_400),
    dense("Falcon-180B", 179.5, layers: 80, hidden: 14848, heads: 232, kv: 8, size: 64, vocabulary: 65_024),
    mixture(
      "Mixtral-8x7B", 46.7, active: 12.88, layers: 32, hidden: 4096, heads: 32, kv: 8, size: 128,
      vocabulary: 32_000, experts: 8, used: 2),
    mixture(
      "Qwen3-30B-A3B", 30.53, active: 3.34, layers: 48, hidden: 2048, heads: 32, kv: 4, size: 128,
      vocabulary: 151_936, experts: 128, used: 8),
    mixture(
      "Qwen3-235B-A22B", 235, active: 22, layers: 94, hidden: 4096, heads: 64, kv: 4, size: 128,
      vocabulary: 151_936, experts: 128, used: 8),
    mixture(
      "gpt-oss-20b", 20.9, active: 3.6, layers: 24, hidden: 2880, heads: 64, kv: 8, size: 64, vocabulary: 201_088,
      experts: 32, used: 4),
    mixture(
      "gpt-oss-120b", 116.8, active: 5.1, layers: 36, hidden: 2880, heads: 64, kv: 8, size: 64,
      vocabulary: 201_088, experts: 128, used: 4),
  ]

  private static let otherNetworks = [
    other(
      "ResNet-50", 0.0256, operations: 8.2e9, bytes: 150_528,
      source: "4.1e9 multiplications an image of 224 x 224 (He 2016)"
    ),
    other(
      "BERT-large", 0.335, operations: 246e9, bytes: 3072, source: "24 layers of 1024 at 384 tokens (Devlin 2019)"),
    other(
      "BERT-base", 0.11, operations: 70.7e9, bytes: 3072, source: "12 layers of 768 at 384 tokens (Devlin 2019)"),
    other(
      "DistilBERT", 0.066, operations: 35.4e9, bytes: 3072, source: "6 layers of 768 at 384 tokens (Sanh 2019)"),
  ]
}

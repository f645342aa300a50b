/// The dimensions of a decoder-only language model that decide its speed.
package struct TransformerShape: Sendable, Hashable {
  package var parameters: Double
  /// Parameters one token uses; equal to `parameters` in dense models.
  package var activeParameters: Double
  package var layers: Int
  /// Width of the hidden state.
  package var hidden: Int
  package var heads: Int
  package var keyValueHeads: Int
  package var headSize: Int
  package var vocabulary: Int
  /// Experts of a layer, and how many a token uses; 1 and 1 in dense models.
  package var experts: Int
  package var expertsPerToken: Int

  /// Creates a shape; `activeParameters` nil for a dense model, `headSize` nil for hidden/heads.
  package init(
    parameters: Double, activeParameters: Double? = nil, layers: Int, hidden: Int, heads: Int, keyValueHeads: Int,
    headSize: Int? = nil, vocabulary: Int, experts: Int = 1, expertsPerToken: Int = 1
  ) {
    self.parameters = parameters
    self.activeParameters = activeParameters ?? parameters
    self.layers = layers
    self.hidden = hidden
    self.heads = heads
    self.keyValueHeads = keyValueHeads
    self.headSize = headSize ?? max(1, hidden / max(1, heads))
    self.vocabulary = vocabulary
    self.experts = experts
    self.expertsPerToken = expertsPerToken
  }

  /// The usual shape of a dense model of that many parameters: 12·L·d² of them in layers, heads of 128,
  /// eight key-value heads, d/L as published models have it (Kaplan 2020: 128 above 1e9).
  package init(parameters: Double) {
    let layers = max(4, Elementary.pow(parameters / (12 * 128 * 128), 1 / 3).rounded())
    let hidden = max(256, ((parameters / (12 * layers)).squareRoot() / 128).rounded() * 128)
    let heads = max(1, Int(clamping: hidden / 128))
    self.init(
      parameters: parameters, layers: Int(clamping: layers), hidden: Int(clamping: hidden), heads: heads,
      keyValueHeads: min(8, heads), headSize: 128, vocabulary: min(128_000, Int(clamping: parameters / hidden / 4)))
  }

  /// Whether a token uses only some of the experts.
  package var isMixture: Bool { experts > expertsPerToken }

  /// Parameters of input and output embeddings, 2·V·d.
  var embedding: Double { 2 * Double(vocabulary) * Double(hidden) }

  /// Bytes of the weights; embeddings and head stay in 16 bit.
  package func weightBytes(_ format: NumberFormat) -> Double {
    bytes(of: parameters, format) + 2 * embedding
  }

  /// Bytes read in a step of that many tokens: layers and head, of experts only those that some token
  /// uses, E(1 − (1 − k/E)^tokens) of each layer.
  package func touchedBytes(tokens: Double, _ format: NumberFormat) -> Double {
    guard isMixture else { return bytes(of: parameters, format) + embedding }
    let (all, used) = (Double(experts), Double(expertsPerToken))
    let each = (parameters - activeParameters) / (all - used)
    let touched = all * (1 - Elementary.pow(1 - used / all, tokens))
    return bytes(of: activeParameters - used * each + each * touched, format) + embedding
  }

  /// Operations of one token through the layers and the head: 2(N_a − V·d).
  package var operationsPerToken: Double { 2 * (activeParameters - embedding / 2) }

  /// Bytes that one token takes in the key-value cache of the whole group: 2·L·g·k elements.
  package func cacheBytesPerToken(_ format: NumberFormat) -> Double {
    2 * Double(layers) * Double(keyValueHeads) * Double(headSize) * format.bytesPerCacheElement
  }

  /// Bytes of the layers of a model of that many parameters.
  private func bytes(of count: Double, _ format: NumberFormat) -> Double {
    max(0, count - embedding) * format.bytesPerWeight
  }
}

extension Int {
  /// The nearest whole number in 0…10⁹; 0 for what is no number.
  init(clamping value: Double) { self = value >= 0 ? Int(Swift.min(value, 1e9)) : 0 }
}

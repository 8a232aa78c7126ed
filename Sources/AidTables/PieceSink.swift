/// Where a file goes, piece by piece.
package typealias PieceSink = ([UInt8]) throws -> Void

/// How much is gathered before it is handed on.
let pieceSize = 64 << 10

import Testing

@testable import AidModel

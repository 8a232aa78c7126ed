import Testing

@testable import AidInput

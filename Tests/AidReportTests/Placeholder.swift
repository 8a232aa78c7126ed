import Testing

@testable import AidReport

import Testing

@testable import AidStatistics

import Testing

@testable import AidPipeline

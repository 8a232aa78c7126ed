// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "aidstats",
    products: [
        .executable(name: "aidstats", targets: ["aidstats"]),
        .executable(name: "aidstats-sample", targets: ["aidstats-sample"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        // Without pkgConfig, which would ask for the shared library.
        .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "CArguments"),
        .target(name: "CFileSystem"),
        .target(name: "CMemory"),
        .target(name: "CScan"),
        .target(name: "AidModel"),
        .target(name: "AidInput", dependencies: ["AidModel", "CArchive", "CLibXML2", "CScan", "CIsal"]),
        .target(name: "AidStatistics", dependencies: ["AidModel", "CMemory"]),
        .target(
            name: "AidText",
            dependencies: [
                "AidModel",
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        .target(name: "AidReport", dependencies: ["AidModel", "AidStatistics", "AidText"]),
        .target(
            name: "AidTables", dependencies: ["AidModel", "AidReport", "AidText", "CArchive", "CLibXML2"]),
        .target(name: "AidNews", dependencies: ["AidModel", "AidStatistics", "AidText"]),
        .target(name: "AidCheck", dependencies: ["AidModel", "AidNews", "AidStatistics", "AidText"]),
        .target(
            name: "AidLedger",
            dependencies: [
                "AidModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "AidRegister", dependencies: ["AidModel", "CCrypto"]),
        .target(
            name: "AidPipeline",
            dependencies: [
                "AidModel", "AidInput", "AidStatistics", "AidText", "AidReport", "AidTables", "AidNews", "AidCheck",
                "AidLedger", "AidRegister", "CFileSystem",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .executableTarget(
            name: "aidstats",
            dependencies: [
                "AidPipeline", "CArguments",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "aidstats-sample",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser")
            ]
        ),
        .target(
            name: "TestSupport",
            // To write archives as others do.
            dependencies: ["AidModel", "CArchive"],
            path: "Tests/TestSupport"
        ),
        .target(
            name: "ReportSupport",
            dependencies: ["AidNews", "AidReport", "AidStatistics", "AidText", "AidModel", "TestSupport"],
            path: "Tests/ReportSupport"
        ),
        .testTarget(name: "CScanTests", dependencies: ["CScan", "TestSupport"]),
        .testTarget(name: "AidModelTests", dependencies: ["AidModel", "TestSupport"]),
        .testTarget(
            name: "AidInputTests", dependencies: ["AidInput", "AidModel", "TestSupport"], exclude: ["Sheets/files"]),
        .testTarget(
            name: "AidStatisticsTests", dependencies: ["AidReport", "AidStatistics", "AidModel", "TestSupport"]),
        .testTarget(
            name: "AidLedgerTests",
            dependencies: [
                "AidLedger", "AidModel", "AidRegister", "TestSupport",
                // To do to a ledger what any other program can.
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["cases"]
        ),
        .testTarget(name: "AidRegisterTests", dependencies: ["AidRegister", "AidModel", "TestSupport"]),
        .testTarget(name: "AidTextTests", dependencies: ["AidText", "AidModel", "TestSupport"]),
        .testTarget(
            name: "AidReportTests",
            dependencies: ["AidReport", "AidStatistics", "AidText", "AidModel", "ReportSupport", "TestSupport"],
            exclude: ["cases"]
        ),
        .testTarget(
            name: "AidTablesTests",
            dependencies: [
                "AidTables", "AidReport", "AidStatistics", "AidText", "AidModel", "ReportSupport", "TestSupport",
            ],
            exclude: ["cases"]
        ),
        .testTarget(
            name: "AidNewsTests",
            dependencies: [
                "AidNews", "AidReport", "AidStatistics", "AidText", "AidModel", "ReportSupport", "TestSupport",
            ],
            exclude: ["cases"]
        ),
        .testTarget(
            name: "AidCheckTests",
            dependencies: [
                "AidCheck", "AidNews", "AidReport", "AidStatistics", "AidText", "AidModel", "ReportSupport",
                "TestSupport",
            ],
            exclude: ["cases"]
        ),
        .testTarget(
            name: "AidPipelineTests",
            // The command's own program, which tests start.
            dependencies: [
                "AidPipeline", "AidInput", "AidModel", "AidStatistics", "AidText", "AidNews", "AidLedger",
                "AidRegister", "TestSupport", "aidstats",
            ],
            exclude: ["Inspect/cases", "PipelineFile/cases", "Shapes/cases", "Golden"]
        ),
        .testTarget(name: "AidSampleTests", dependencies: ["aidstats-sample"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz`: a program of its own, with the slow twins of the tests in it. The tests that they belong to are left out
// meanwhile, as a file has one target.
let isFuzzed = Context.environment["AIDSTATS_FUZZ"] != nil
if isFuzzed {
    package.targets.removeAll { $0.type == .test }
    package.targets += [
        .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .executableTarget(
            name: "aidstats-fuzz",
            dependencies: [
                "AidPipeline", "AidInput", "AidModel", "AidStatistics", "AidText", "AidNews", "AidCheck", "CFuzzer",
                "CScan", "TestSupport",
            ],
            path: "Tests",
            sources: [
                "Fuzz/Targets", "AidCheckTests/DraftStory.swift", "AidInputTests/CSV/CSVReading.swift",
                "AidInputTests/CSV/CSVTwin.swift", "AidInputTests/Fields/ClaimsExport.swift",
                "AidInputTests/Pieces/ClaimsRead.swift", "AidInputTests/PlainXML/PlainXMLReader.swift",
                "AidInputTests/Sheets/SheetParts.swift",
                "CScanTests/CheckTwins.swift", "CScanTests/MarksTwin.swift", "CScanTests/Variants.swift",
            ]
        ),
    ]
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
    // The gate takes no warning in the program; while somebody writes they may stand.
    if Context.environment["AIDSTATS_STRICT"] != nil, target.type != .test {
        target.swiftSettings?.append(.treatAllWarnings(as: .error))
        target.cSettings = [.treatAllWarnings(as: .error)]
    }
    // What an input reaches leads to the next; what C leaves undefined ends the program.
    if isFuzzed {
        target.swiftSettings?.append(
            .unsafeFlags(["-enable-testing", "-sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table"]))
        target.cSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link,undefined"])]
    }
}

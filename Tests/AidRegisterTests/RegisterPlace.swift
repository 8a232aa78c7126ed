import AidModel
import Foundation
import TestSupport
import Testing

@testable import AidRegister

/// A folder for a register and, beside it, its key; both go when the test ends.
final class RegisterPlace {
    static let purpose = RegisterPurpose(
        programme: "aid", rulesSHA256: String(repeating: "a", count: 64), breakdowns: ["care", "district"])

    private let temporary: TemporaryFolder
    let key: RegisterKey

    var url: URL { temporary.url }
    var folder: String { url.appending(path: "register").path }
    var keyPath: String { url.appending(path: "register.key").path }

    init() throws {
        temporary = try TemporaryFolder()
        let url = temporary.url
        key = try RegisterKey.make(
            at: url.appending(path: "register.key").path, registerFolder: url.appending(path: "register").path)
    }

    func make() throws -> Register {
        try Register.make(folder, keyFile: keyPath, for: RegisterPlace.purpose).register
    }

    func open(
        _ access: Register.Access = .reading, isPublished: (RegisterPublication) -> Bool = { _ in false }
    ) throws -> Register {
        try open(at: folder, access, isPublished: isPublished)
    }

    /// - Parameter folder: may be another place's.
    func open(
        at folder: String, _ access: Register.Access = .reading,
        isPublished: (RegisterPublication) -> Bool = { _ in false }
    ) throws -> Register {
        try Register.open(folder, for: access, key: key, purpose: RegisterPlace.purpose, isPublished: isPublished)
    }

    /// The register to be changed, every step of which is told to somebody first.
    func open(beforeStep: @escaping @Sendable (RegisterFolder.Step) throws(RegisterError) -> Void) throws -> Register {
        try Register.open(RegisterFolder(path: folder, beforeStep: beforeStep), for: .writing, key: key) { _ in }
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: folder).appending(path: name))
    }

    func write(_ bytes: Data, to name: String) throws {
        try bytes.write(to: URL(filePath: folder).appending(path: name))
    }
}

extension Register.Making {
    var register: Register {
        switch self {
        case .made(let register), .wasThere(let register): register
        }
    }
}

extension Register {
    /// Stages a delivery and commits it at once.
    func add(
        _ delivery: RegisterDelivery, inputs: [RegisterInput], groups: [[String]], people: RegisterPeople,
        state: SettledState? = nil
    ) throws(RegisterError) -> Register {
        try stage(delivery, inputs: inputs, groups: groups, people: people, state: state).commit()
    }
}

/// All that a register holds, as plain values: what a test compares.
struct RegisterContent: Equatable {
    var inputs: [RegisterInput]
    var claims: [Claim]
    var reversals: [Reversal]
    var rejects: [Reject]
    var groups: [[String]]
    var people: [RegisterTag]

    init(
        inputs: [RegisterInput], claims: [Claim], reversals: [Reversal], rejects: [Reject], groups: [[String]],
        people: [RegisterTag]
    ) {
        self.inputs = inputs
        self.claims = claims.sorted { $0.position < $1.position }
        self.reversals = reversals.sorted { $0.claim.position < $1.claim.position }
        self.rejects = rejects
        self.groups = groups
        self.people = people
    }

    init(_ register: Register, places: [Int]? = nil) throws {
        let reader = RegisterReader(register, places: places)
        var claims: [Claim] = []
        for segment in register.claimSegments { try reader.read(segment) { claims += $0 } }
        let tags = try register.tags()
        self.init(
            inputs: register.inputs, claims: claims, reversals: try register.reversals(places: places),
            rejects: try register.rejects(places: places),
            groups: try register.groups(), people: (0..<tags.count).map { tags[$0] })
    }
}

extension RegisterList {
    /// The list as the first version of the program would have sealed it, without the scaffolding that it did not know.
    func asWrittenByVersion1(key: RegisterKey) throws -> [UInt8] {
        var stored = StoredList(self)
        stored.version = 1
        stored.segments.removeAll { $0.kind == RegisterSegment.Kind.rejects.rawValue }
        for index in stored.inputs.indices {
            stored.inputs[index].tally.records -= stored.inputs[index].scaffolding?.records ?? 0
            stored.inputs[index].scaffolding = nil
            stored.inputs[index].keepsRejects = nil
        }
        return try SealedList.bytes(stored, key: key, path: RegisterList.fileName)
    }
}

import TestSupport
import AidModel
import Foundation
import Testing

@testable import AidPipeline

/// The JSON Schema agrees with the linter, of which it knows one half.
@Suite struct PipelineSchemaTests {
    @Test func theSchemaIsTheSameEveryTimeAndEndsItsLine() {
        #expect(PipelineSchema.json() == PipelineSchema.json())
        #expect(PipelineSchema.json().hasSuffix("}\n"))
    }

    @Test func everyKeyIsInTheSchemaWithItsText() throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(PipelineSchema.json().utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        var count = 0
        try Self.compare(PipelineSpec.root, with: schema, count: &count)
        #expect(count >= 50)
    }

    private static func compare(_ spec: MappingSpec, with schema: [String: Any], count: inout Int) throws {
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(spec.keys.map(\.name)))
        if let others = spec.others {
            let othersSchema = try #require(schema["additionalProperties"] as? [String: Any])
            if case .mapping(let mapping) = others { try compare(mapping, with: othersSchema, count: &count) }
        } else {
            #expect(schema["additionalProperties"] as? Bool == false)
        }
        for key in spec.keys {
            count += 1
            let property = try #require(properties[key.name])
            #expect(property["description"] as? String == key.doc.zh + "\n" + key.doc.en)
            switch key.presence {
            case .required: #expect((schema["required"] as? [String])?.contains(key.name) == true)
            case .defaulted: #expect(property["default"] != nil)
            case .optional: #expect(property["default"] == nil)
            }
            switch key.value {
            case .mapping(let mapping):
                try compare(mapping, with: property, count: &count)
            case .textOrMapping(_, let mapping):
                let choices = try #require(property["anyOf"] as? [[String: Any]])
                try compare(mapping, with: try #require(choices.last), count: &count)
            case .list(let list):
                guard case .mapping(let mapping) = list.item else { continue }
                try compare(mapping, with: try #require(property["items"] as? [String: Any]), count: &count)
            default:
                continue
            }
        }
    }

    @Test(.needs(.jsonSchema))
    func filesWithoutErrorsAreValid() throws {
        let sample = try String(
            contentsOf: GoldenCases.repository.appending(path: "pipelines/second-reimbursement.yaml"), encoding: .utf8)
        var texts = ["sample": sample]
        for name in GoldenCases.names {
            let text = try GoldenCases.pipeline(name)
            if !PipelineFileReader.read(text, name: name).hasErrors { texts[name] = text }
        }
        #expect(texts.count >= 8)
        #expect(try Self.validNames(texts) == Set(texts.keys))
    }

    /// What a key may hold, the schema knows as well as the linter.
    @Test(.needs(.jsonSchema))
    func filesWithWrongKeysAndTypesAreInvalid() throws {
        let codes: Set = [
            "unknown-key", "missing-key", "wrong-type", "empty-value", "unknown-value", "too-few", "too-many",
            "bad-name", "bad-text", "bad-share", "not-a-mapping",
        ]
        var texts: [String: String] = [:]
        for name in GoldenCases.names {
            let text = try GoldenCases.pipeline(name)
            let findings = PipelineFileReader.read(text, name: name).findings
            // A merge key is gone before the schema could see it.
            guard name != "complex-key", findings.contains(where: { codes.contains($0.finding.code) }) else { continue }
            texts[name] = text
        }
        for (index, line) in [
            "minGroup: 1001", "minGroup: -1", "minGroup: '5'", "maxRejected: 2", "maxRejected: -0.1",
            "maxRejected: 1e-3%",
        ].enumerated() {
            texts["quality-\(index)"] = PipelineFileValueTests.minimal("quality: { \(line) }")
        }
        for (index, line) in [
            "version: 2", "currency: cny", "since: 2012-5-1", "breakdowns: [a, a]", "reports: []", "language: ZH",
            "inputs: [{ files: a, encoding: latin1 }]", "inputs: [{ files: a, delimiter: ':' }]",
        ].enumerated() {
            texts["line-\(index)"] = PipelineFileValueTests.minimal(line)
        }
        #expect(texts.count >= 30)
        #expect(try Self.validNames(texts) == [])
        for text in texts.values { #expect(PipelineFileReader.read(text, name: "test.yaml").hasErrors) }
    }

    /// The names of the texts that the validator accepts.
    private static func validNames(_ texts: [String: String]) throws -> Set<String> {
        let folder = try TemporaryFolder()
        let schema = try folder.write("schema.json", PipelineSchema.json())
        var arguments = ["--output", "pretty", "--validator", "Draft202012Validator"]
        for (name, text) in texts {
            var reader = YAMLReader()
            let read = reader.read(text)
            let root = try #require(read, "\(name)")
            let json = try JSONSerialization.data(withJSONObject: root.json, options: .fragmentsAllowed)
            let file = try folder.write("\(name).json", json)
            arguments += ["--instance", file.path]
        }
        let ending = try Started.run(
            NeededTool.jsonSchema.path, arguments + [schema.path], in: folder.path,
            environment: ["LC_ALL": "C.UTF-8"])
        let (printed, complaints) = (ending.outputText, ending.errorText)
        #expect(!complaints.contains("SchemaError") && !complaints.contains("Traceback"), "\(complaints)")
        let valid = texts.keys.filter { printed.contains("===[SUCCESS]===(\(folder.path)/\($0).json)===") }
        let invalid = texts.keys.filter { complaints.contains("===[ValidationError]===(\(folder.path)/\($0).json)===") }
        #expect(valid.count + invalid.count == texts.count, "\(printed)\n\(complaints.prefix(2000))")
        return Set(valid)
    }
}

extension YAMLNode {
    /// The value under YAML's core schema, for JSONSerialization.
    fileprivate var json: Any {
        switch content {
        case .sequence(let items): items.map(\.json)
        case .mapping(let entries):
            Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { first, _ in first })
        case .scalar(let scalar):
            switch scalar.kind {
            case .null: NSNull()
            case .flag: scalar.text.lowercased() == "true"
            case .integer: Int(scalar.text) ?? 0
            case .number: Double(scalar.text) ?? 0
            case .text: scalar.text
            }
        }
    }
}

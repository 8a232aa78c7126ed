import AidModel

/// What a pipeline file says, and everything that is wrong with it.
package struct PipelineFileReading: Sendable {
    /// nil where a finding is an error.
    package let file: PipelineFile?
    /// In the order of their places.
    package let findings: [PipelineFinding]
}

/// Reads and lints a pipeline file without opening any input.
package enum PipelineFileReader {
    /// - Parameters:
    ///   - text: the whole file.
    ///   - name: what the user calls the file.
    ///   - folder: what paths in it are relative to, ending in `/` unless empty; nil: tables of values are not read.
    package static func read(_ text: String, name: String, folder: String? = nil) -> PipelineFileReading {
        var yaml = YAMLReader()
        guard let root = yaml.read(text) else { return reading(nil, yaml.findings) }
        guard case .mapping = root.content else {
            let marks = YAMLReader.colonsToBlame(in: text)
            return reading(
                nil, marks.isEmpty ? yaml.findings + [PipelineFinding(root.place, .rootNoMapping(file: name))] : marks)
        }
        return read(root, of: text, yaml.findings, folder: folder)
    }

    /// What a pipeline file says with the rules of another file in the place of its own.
    ///
    /// - Parameters:
    ///   - text: the other file, of which nothing but `rules` counts.
    ///   - base: the pipeline file, which has no errors.
    static func read(rules text: String, upon base: String, name: String) -> PipelineFileReading {
        var yaml = YAMLReader()
        guard let other = yaml.read(text) else { return reading(nil, yaml.findings) }
        var baseYAML = YAMLReader()
        guard var root = baseYAML.read(base), case .mapping(let entries) = root.content else {
            return reading(nil, baseYAML.findings)
        }
        guard case .mapping(let others) = other.content else {
            return reading(nil, yaml.findings + [PipelineFinding(other.place, .rootNoMapping(file: name))])
        }
        guard let rules = others.first(where: { $0.key == "rules" }) else {
            return reading(nil, yaml.findings + [PipelineFinding(other.place, .wrongRules(.missing))])
        }
        root.content = .mapping(entries.filter { $0.key != "rules" } + [rules])
        return read(root, of: text, yaml.findings, folder: nil)
    }

    private static func read(
        _ root: YAMLNode, of text: String, _ yamlFindings: [PipelineFinding], folder: String?
    ) -> PipelineFileReading {
        var check = SpecCheck(text)
        let checked = check.check(root, .mapping(PipelineSpec.root), path: "")
        let tables = folder.map { PipelineRules.valuesFiles(of: checked, in: $0) }
        let members = folder.flatMap { MembersFile.read(checked, in: $0) }
        let weights = folder.flatMap { WeightsFile.read(checked, in: $0) }
        let findings =
            yamlFindings + check.findings + PipelineRules.all.flatMap { $0(checked) } + (tables?.findings ?? [])
            + (members?.findings ?? []) + (weights?.findings ?? [])
        guard !findings.contains(where: { $0.finding.level == .error }) else { return reading(nil, findings) }
        guard
            let file = PipelineFile(
                checked, tables: tables?.files ?? [:], members: members?.file, weights: weights?.file)
        else {
            return reading(nil, findings + [PipelineFinding(.start, .notUnderstood)])
        }
        return reading(file, findings)
    }

    /// Sorted, each finding once: what stands behind an anchor is checked for each of its aliases.
    private static func reading(_ file: PipelineFile?, _ findings: [PipelineFinding]) -> PipelineFileReading {
        var seen: Set<PipelineFinding> = []
        let unique = findings.filter { seen.insert($0).inserted }
        let sorted = unique.indices.sorted {
            (unique[$0].line, unique[$0].column, unique[$0].finding.code, $0)
                < (unique[$1].line, unique[$1].column, unique[$1].finding.code, $1)
        }
        return PipelineFileReading(file: file, findings: sorted.map { unique[$0] })
    }
}

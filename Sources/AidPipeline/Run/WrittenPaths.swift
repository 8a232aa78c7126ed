/// The lists of rejects and of metrics must not take the place of what a run reads or keeps.
enum WrittenPaths {
    static func check(
        _ options: RunOptions, _ pipeline: LoadedPipeline, inputs: [ListedInput] = []
    ) throws(RunFailure) {
        var kept = [options.pipelinePath, LedgerPlace(pipeline, output: options.output).path] + inputs.map(\.path)
        if let register = pipeline.register {
            kept.append(register.keyFile)
            kept += OutputFolder.paths(in: register.folder)
        }
        let written = [
            ("--rejects", options.rejectsPath), ("--metrics", options.metricsPath), ("--claims", options.claimsPath),
        ]
        for (option, path) in written {
            guard let path, let identity = FileIdentity(path),
                kept.contains(where: { FileIdentity($0) == identity })
            else { continue }
            throw RunFailure(RunProblem.outputOverInput(option: option), place: path)
        }
    }
}

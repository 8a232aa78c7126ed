/// What a module has to say of one kind of trouble; its texts stand in one file of the module.
package protocol ProblemMessage: Sendable, Hashable {
    /// What is wrong.
    var what: BilingualText { get }
    /// What to do about it.
    var mend: BilingualText { get }
}

/// Something that went wrong with a file or a folder, and which.
package struct LocatedProblem<Message: ProblemMessage>: Error, Sendable, Hashable {
    package let message: Message
    package let path: String

    package init(_ message: Message, at path: String) {
        self.message = message
        self.path = path
    }

    package var what: BilingualText { message.what }
    package var mend: BilingualText { message.mend }
}

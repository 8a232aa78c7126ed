import AidText
import CLibXML2

/// A part of a workbook that is written element by element, by libxml2.
final class XMLPart {
    private let file: ZipFile
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    private static let isLibraryReady: Void = xmlInitParser()

    private init(_ file: ZipFile) throws {
        XMLPart.isLibraryReady
        guard let buffer = xmlBufferCreate() else { throw TableProblem.libraryFailed }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw TableProblem.libraryFailed
        }
        self.file = file
        self.buffer = buffer
        self.writer = writer
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// Writes a part of the archive.
    static func write(_ name: String, in file: ZipFile, _ write: (XMLPart) throws -> Void) throws {
        try file.begin(name)
        let part = try XMLPart(file)
        // Without an encoding it is UTF-8, and nothing is converted.
        try part.check(xmlTextWriterStartDocument(part.writer, "1.0", nil, "yes"))
        try write(part)
        try part.check(xmlTextWriterEndDocument(part.writer))
        try part.handOn()
    }

    /// An element with its attributes, in their order, and what is in it.
    func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        _ content: (XMLPart) throws -> Void = { _ in }
    ) throws {
        try check(xmlTextWriterStartElement(writer, name))
        for (name, value) in attributes { try check(xmlTextWriterWriteAttribute(writer, name, value)) }
        try content(self)
        try check(xmlTextWriterEndElement(writer))
    }

    /// - Parameter text: without characters that XML forbids.
    func text(_ text: String) throws {
        try check(xmlTextWriterWriteString(writer, text))
    }

    /// Hands on what has been gathered, where it is much.
    func relieve() throws {
        if xmlBufferLength(buffer) + 4096 >= ByteSink.pieceSize { try handOn() }
    }

    private func handOn() throws {
        try check(xmlTextWriterFlush(writer))
        try file.add(UnsafeRawBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
        xmlBufferEmpty(buffer)
    }

    private func check(_ code: Int32) throws {
        if code < 0 { throw TableProblem.libraryFailed }
    }
}

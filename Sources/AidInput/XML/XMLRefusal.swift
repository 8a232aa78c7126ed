import CLibXML2

/// Why an XML file is refused, in words that hold nothing of its text.
enum XMLRefusal: Hashable {
    case empty
    case truncated
    case zeroByte
    case notXML
    case badName
    case invalidCharacter
    case invalidReference
    case undeclaredEntity
    case badAttribute
    case attributeTwice
    case tagsDoNotMatch
    case badTag
    case undeclaredPrefix
    case badNamespace
    case badDeclaration
    case extraContent
    case documentType
    case version
    case tooDeep
    case tooManyAttributes
    case tooLongWithoutEvent
    /// libxml2's code of an error that has no words of its own here.
    case notWellFormed(code: Int)

    init(code: Int, isNamespaceError: Bool) {
        if isNamespaceError {
            self = code == XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue ? .undeclaredPrefix : .badNamespace
        } else {
            self = Self.byParserCode[UInt32(truncatingIfNeeded: code)] ?? .notWellFormed(code: code)
        }
    }

    /// Whether it may be said of text that is right as far as it goes, but ends too soon.
    var mayBeLackOfText: Bool {
        switch self {
        case .tagsDoNotMatch, .attributeTwice, .undeclaredEntity, .invalidCharacter, .version, .documentType,
            .undeclaredPrefix, .badNamespace, .notXML:
            false
        default: true
        }
    }

    private static let byParserCode: [UInt32: Self] = {
        var table: [UInt32: Self] = [:]
        func say(_ refusal: Self, _ codes: xmlParserErrors...) {
            for code in codes { table[code.rawValue] = refusal }
        }
        say(.notXML, XML_ERR_DOCUMENT_EMPTY)
        say(.truncated, XML_ERR_TAG_NOT_FINISHED)
        say(.badName, XML_ERR_NAME_REQUIRED)
        say(.badTag, XML_ERR_GT_REQUIRED, XML_ERR_LT_REQUIRED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_SPACE_REQUIRED)
        say(.extraContent, XML_ERR_DOCUMENT_END, XML_ERR_EXTRA_CONTENT, XML_ERR_NOT_WELL_BALANCED)
        say(.invalidCharacter, XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING)
        say(.invalidReference, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF)
        say(.invalidReference, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_NO_NAME)
        say(.undeclaredEntity, XML_ERR_UNDECLARED_ENTITY)
        say(.badAttribute, XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED)
        say(.badAttribute, XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_EQUAL_REQUIRED)
        say(.attributeTwice, XML_ERR_ATTRIBUTE_REDEFINED)
        say(.tagsDoNotMatch, XML_ERR_TAG_NAME_MISMATCH)
        say(.badDeclaration, XML_ERR_VERSION_MISSING, XML_ERR_XMLDECL_NOT_FINISHED, XML_ERR_STANDALONE_VALUE)
        say(.badDeclaration, XML_ERR_RESERVED_XML_NAME, XML_ERR_ENCODING_NAME)
        say(.documentType, XML_ERR_DOCTYPE_NOT_FINISHED)
        say(.version, XML_ERR_UNKNOWN_VERSION)
        return table
    }()
}

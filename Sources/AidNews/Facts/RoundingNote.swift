/// What must stand beside figures that do not agree as printed.
enum RoundingNote {
    case change
    case factors
    case parts
    case shares
}

/// What must stand beside figures that do not agree as printed.
enum RoundingNote {
    case change
    case parts
    case shares
}

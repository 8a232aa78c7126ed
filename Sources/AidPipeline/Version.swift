/// The version of this program, as `--version`, reports and manifests give it.
package enum Version {
    package static let current = "0.1.0"
}

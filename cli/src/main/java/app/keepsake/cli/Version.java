package app.keepsake.cli;

import picocli.CommandLine;

/** Which Keepsake this is. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"keepsake " + (version == null ? "(unpackaged)" : version)};
    }
}

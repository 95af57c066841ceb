package app.keepsake.cli;

import picocli.CommandLine;

/** Which Keepsake this is. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"keepsake " + number()};
    }

    /** Its number alone. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}

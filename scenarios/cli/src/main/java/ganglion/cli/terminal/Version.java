package ganglion.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version, the commit it was built from if known, and the Java it runs on. */
public final class Version implements IVersionProvider {

    private static final String UNKNOWN_COMMIT = "unknown";

    private final Properties properties = new Properties();

    /** Reads the version that the build wrote. */
    public Version() {
        try (InputStream file = Version.class.getResourceAsStream("/ganglion/cli/version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version number and, if known, the commit: {@code 0.1.0 (commit 1d5e6edc046f)}. */
    public String number() {
        String version = properties.getProperty("version");
        String commit = properties.getProperty("commit");
        return commit.equals(UNKNOWN_COMMIT) ? version : version + " (commit " + commit + ")";
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "ganglion " + number(),
            "Java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}

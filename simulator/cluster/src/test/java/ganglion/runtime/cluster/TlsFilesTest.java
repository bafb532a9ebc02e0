package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {

    @TempDir
    private Path folder;

    private Path given;

    @BeforeEach
    void copy() throws IOException, URISyntaxException {
        given = Path.of(TlsFilesTest.class.getResource("/tls/tls.key").toURI()).getParent();
        for (String name : List.of(ClusterSettings.KEY, ClusterSettings.CERTIFICATE, ClusterSettings.AUTHORITY)) {
            Files.copy(given.resolve(name), folder.resolve(name));
        }
    }

    private void assertRefused(String line) {
        assertEquals(
                line,
                assertThrows(ClusterException.class, () -> ClusterSystem.TlsFiles.in(folder))
                        .getMessage());
    }

    @Test
    void takesAKeyAndItsCertificate() {
        assertEquals(
                folder.toAbsolutePath().resolve("tls.key"),
                ClusterSystem.TlsFiles.in(folder).key());
    }

    @Test
    void refusesWhatIsNoKey() throws IOException {
        Path key = Files.writeString(folder.resolve("tls.key"), "nothing");
        String line = "found no private key in " + key + ", expected an RSA key in PEM format that is not encrypted";

        assertRefused(line);
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertRefused(line);
    }

    @Test
    void refusesWhatIsNoCertificate() throws IOException {
        Path authority = Files.writeString(folder.resolve("ca.crt"), "nothing");

        assertRefused("found no certificate in " + authority + ", expected one in PEM format");
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() throws IOException {
        Files.copy(
                given.resolve("other").resolve("tls.key"),
                folder.resolve("tls.key"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused("found a key in " + folder.resolve("tls.key") + " that does not belong to the certificate in "
                + folder.resolve("tls.crt"));
    }
}

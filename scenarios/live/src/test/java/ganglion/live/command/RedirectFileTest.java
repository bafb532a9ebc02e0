package ganglion.live.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.live.command.PageChoice.DesktopBrowser.RedirectFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The file that keeps the token of a page out of the command line of a browser. */
class RedirectFileTest {

    @Test
    void leadsToTheAddressAndIsForItsOwnerAlone() throws Exception {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this system has no such rights of files");
        Path file = RedirectFile.write("http://127.0.0.1:40123/?token=0123abcd");
        try {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(Files.readString(file)
                    .contains("http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1:40123/?token=0123abcd\""));
        } finally {
            Files.delete(file);
        }
    }
}

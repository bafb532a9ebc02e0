package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ReadFaultTest {

    @Test
    void saysWhatTheClassOfAnExceptionMeans() {
        assertEquals("there is no such file or folder", ReadFault.reason(new NoSuchFileException("a")));
        assertEquals("permission denied", ReadFault.reason(new AccessDeniedException("a")));
        assertEquals("found a file, expected a folder", ReadFault.reason(new NotDirectoryException("a")));
        assertEquals("found bytes that are not UTF-8, expected text", ReadFault.reason(new MalformedInputException(1)));
        assertEquals("found a damaged archive", ReadFault.reason(new ZipException("x")));
        assertEquals("found the end too soon", ReadFault.reason(new EOFException()));
    }

    @Test
    void elseSaysWhatTheSystemDoes() {
        assertEquals("input/output error", ReadFault.reason(new FileSystemException("a", null, "Input/output error")));
        assertEquals("the system does not say why", ReadFault.reason(new IOException()));
    }

    /** This class stands for folders and for files that may not be read, too. */
    @Test
    void aFileThatJavaCallsNotFoundMayBeThere() {
        assertEquals("a (permission denied)", ReadFault.reason(new FileNotFoundException("a (Permission denied)")));
    }
}

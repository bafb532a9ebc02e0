package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cochlea made of sounds, as a page. */
class HearingPageTest {

    @TempDir
    private Path folder;

    @Test
    void silenceIsALine() throws Exception {
        Cochlea cochlea = new Cochlea(CochleaParameters.DEFAULT);
        NamedHearing silence = new NamedHearing("silence", cochlea.hear(new AudioClip(new double[8_000], 16_000)));
        Path file = folder.resolve("hearing.html");

        HearingPage.write(List.of(silence), "hearing.png", file);

        String page = Files.readString(file);
        assertTrue(page.contains("<svg"), "a drawing");
        for (String path : page.split("<path ")) {
            assertFalse(path.substring(0, Math.max(0, path.indexOf('>'))).contains("NaN"), path);
        }
    }
}

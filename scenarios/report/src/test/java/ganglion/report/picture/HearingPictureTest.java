package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.run.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cochlea made of sounds, as a picture and as a page. */
class HearingPictureTest {

    private static final Cochlea COCHLEA = new Cochlea(CochleaParameters.DEFAULT);

    private static NamedHearing tone;
    private static NamedHearing silence;
    private static NamedHearing brief;

    @TempDir
    private Path folder;

    @BeforeAll
    static void hear() {
        tone = new NamedHearing("tone", COCHLEA.hear(SampleRun.tone(440)));
        silence = new NamedHearing("silence", COCHLEA.hear(new AudioClip(new double[32_000], 16_000)));
        brief = new NamedHearing("brief", COCHLEA.hear(new AudioClip(new double[3], 16_000)));
    }

    private String picture(List<NamedHearing> heard) throws IOException {
        Path file = folder.resolve("hearing.html");
        HearingPage.write(heard, file);
        return Files.readString(file);
    }

    /** The pixels across of the strokes of a clip. */
    private static double[] strokes(String picture, int clip) {
        Matcher path = Pattern.compile("class=\"strokes\"[^>]* d=\"([^\"]*)\"").matcher(picture);
        for (int i = 0; i <= clip; i++) {
            assertTrue(path.find(), picture);
        }
        return Pattern.compile("M([-0-9.]+),")
                .matcher(path.group(1))
                .results()
                .mapToDouble(place -> Double.parseDouble(place.group(1)))
                .toArray();
    }

    @Test
    void drawsEverySpikeInsideItsTime() throws Exception {
        SpikeRaster spikes = tone.hearing().spikes();

        double[] strokes = strokes(picture(List.of(tone)), 0);

        assertTrue(spikes.size() > 10);
        assertEquals(spikes.size(), strokes.length);
        double seconds = tone.hearing().audio().durationSeconds();
        double pixelsPerTick = tone.hearing().hopSeconds() / seconds * 660;
        int last = spikes.size() - 1;
        assertEquals((spikes.tick(last) - spikes.tick(0)) * pixelsPerTick, strokes[last] - strokes[0], 0.2);
    }

    @Test
    void drawsAllClipsOnOneTimeAxis() throws Exception {
        double[] alone = strokes(picture(List.of(tone)), 0);
        double[] besideFourTimesAsMuch = strokes(picture(List.of(tone, silence)), 0);

        int last = alone.length - 1;
        assertEquals((alone[last] - alone[0]) / 4, besideFourTimesAsMuch[last] - besideFourTimesAsMuch[0], 1);
    }

    @Test
    void drawsSilenceAndClipsShorterThanAHopAsLines() throws Exception {
        String picture = picture(List.of(silence, brief));

        assertEquals(0, strokes(picture, 0).length);
        assertEquals(0, strokes(picture, 1).length);
        assertFalse(picture.contains("NaN"), "a coordinate is no number");
        assertTrue(picture.contains("silence") && picture.contains("brief"), "names");
    }

    @Test
    void leavesNothingHalfWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        IOException failure =
                assertThrows(IOException.class, () -> HearingPage.write(List.of(brief), file.resolve("a.html")));

        assertEquals("a.html cannot be written: " + file + " is a file, expected a folder", failure.getMessage());
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void thePagePlaysTheSoundAboveItsPicture() throws Exception {
        Path file = folder.resolve("hearing.html");

        HearingPage.write(List.of(silence), file);

        String page = Files.readString(file);
        assertTrue(page.contains("<audio controls"), "a player");
        assertTrue(page.indexOf("<figure") > page.indexOf("<audio"), "a drawing below it");
        assertTrue(page.contains("media-src data:;"), "the policy lets it play");
        assertFalse(page.contains("NaN"), "a coordinate is no number");
    }
}

package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.report.run.SampleRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HearingPictureTest {

    private static final int SPIKE = 0xff0b63a5;
    private static final int PIXELS_PER_POINT = 2;
    private static final int LEFT = 72;
    private static final int WIDTH = 1100 - 72 - 80;

    private final Cochlea cochlea = new Cochlea(CochleaParameters.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void drawsEverySpikeInsideItsTime() throws Exception {
        NamedHearing heard = new NamedHearing("tone", cochlea.hear(SampleRun.tone(440)));

        BufferedImage picture = picture(List.of(heard));

        var spikes = heard.hearing().spikes();
        assertTrue(spikes.size() > 10);
        double pixelsPerTick = 0.002 / 0.5 * WIDTH * PIXELS_PER_POINT;
        int first = (int) Math.round(LEFT * PIXELS_PER_POINT + spikes.tick(0) * pixelsPerTick);
        int last = (int) Math.round(LEFT * PIXELS_PER_POINT + spikes.tick(spikes.size() - 1) * pixelsPerTick);
        int[] found = columnsOf(picture, SPIKE);
        assertEquals(first, found[0], 2);
        assertEquals(last, found[1] - 0.7 * pixelsPerTick, 3);
    }

    @Test
    void aSystemWithoutFontsIsToldInOneLine() {
        for (Error error : List.of(
                new InternalError("java.lang.reflect.InvocationTargetException"),
                new UnsatisfiedLinkError("libfreetype.so.6"),
                new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager"))) {
            IOException told = assertThrows(
                    IOException.class,
                    () -> HearingPicture.withFonts(() -> {
                        throw error;
                    }));

            assertTrue(told.getMessage().startsWith("found no fonts"), told::getMessage);
            assertEquals(1, told.getMessage().lines().count());
        }
    }

    @Test
    void putsClipsBelowEachOther() throws Exception {
        NamedHearing heard = new NamedHearing("tone", cochlea.hear(SampleRun.tone(440)));

        BufferedImage one = picture(List.of(heard));
        BufferedImage three = picture(Collections.nCopies(3, heard));

        assertEquals(one.getWidth(), three.getWidth());
        assertEquals(3 * (one.getHeight() - 28), three.getHeight() - 28);
    }

    @Test
    void drawsAllClipsOnOneTimeAxis() throws Exception {
        NamedHearing tone = new NamedHearing("tone", cochlea.hear(SampleRun.tone(440)));
        NamedHearing silence = new NamedHearing("silence", cochlea.hear(new AudioClip(new double[32_000], 16_000)));

        int alone = columnsOf(picture(List.of(tone)), SPIKE)[1];
        int besideFourTimesAsMuch = columnsOf(picture(List.of(tone, silence)), SPIKE)[1];

        assertEquals((alone - 2 * LEFT) / 4.0, besideFourTimesAsMuch - 2 * LEFT, 4);
    }

    @Test
    void drawsSilenceAndClipsShorterThanAHop() throws Exception {
        NamedHearing silent = new NamedHearing("silence", cochlea.hear(new AudioClip(new double[16_000], 16_000)));
        NamedHearing brief = new NamedHearing("brief", cochlea.hear(new AudioClip(new double[3], 16_000)));

        BufferedImage picture = picture(List.of(silent, brief));

        assertEquals(Integer.MAX_VALUE, columnsOf(picture, SPIKE)[0], "no spike is drawn");
    }

    @Test
    void refusesMoreClipsThanAViewerOpens() {
        NamedHearing heard = new NamedHearing("brief", cochlea.hear(new AudioClip(new double[3], 16_000)));

        assertThrows(
                IllegalArgumentException.class,
                () -> HearingPicture.writePng(Collections.nCopies(33, heard), folder.resolve("a.png")));
        assertThrows(IllegalArgumentException.class, () -> HearingPicture.writePng(List.of(), folder.resolve("a.png")));
    }

    @Test
    void leavesNothingHalfWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        NamedHearing heard = new NamedHearing("brief", cochlea.hear(new AudioClip(new double[3], 16_000)));

        IOException failure =
                assertThrows(IOException.class, () -> HearingPicture.writePng(List.of(heard), file.resolve("a.png")));

        assertEquals("a.png cannot be written: " + file + " is a file, expected a folder", failure.getMessage());
        assertEquals(1, folder.toFile().list().length);
    }

    private BufferedImage picture(List<NamedHearing> heard) throws IOException {
        Path file = folder.resolve("hearing.png");
        HearingPicture.writePng(heard, file);
        return ImageIO.read(file.toFile());
    }

    /** First and last column with a pixel of a colour; the largest and smallest number if there is none. */
    private static int[] columnsOf(BufferedImage picture, int colour) {
        int[] ends = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                if (picture.getRGB(x, y) == colour) {
                    ends[0] = Math.min(ends[0], x);
                    ends[1] = x;
                }
            }
        }
        return ends;
    }
}

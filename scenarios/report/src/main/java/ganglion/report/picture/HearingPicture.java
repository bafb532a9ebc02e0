package ganglion.report.picture;

import ganglion.documents.output.FilePublisher;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The output of the cochlea as a picture: for each clip waveform, band power before and drive after lateral inhibition and gain
 * control, and spikes below each other. All clips share one time axis, so that a sheet compares them.
 *
 * <p>Drawn with the two-dimensional graphics of the platform, because the pictures are mostly images of arrays.
 */
public final class HearingPicture {

    /** Clips in one picture; viewers do not open larger pictures. */
    public static final int MOST_CLIPS = 32;

    private HearingPicture() {}

    /**
     * Draws clips below each other. The file appears complete or not at all; a file of that name is replaced.
     *
     * @param heard 1 to {@value #MOST_CLIPS} clips, top first
     * @param file the PNG file
     * @throws IOException saying in one line why nothing was written
     * @throws IllegalArgumentException if there are no clips or too many
     */
    public static void writePng(List<NamedHearing> heard, Path file) throws IOException {
        if (heard.isEmpty() || heard.size() > MOST_CLIPS) {
            throw new IllegalArgumentException("a picture shows 1 to " + MOST_CLIPS + " clips, not " + heard.size());
        }
        byte[] png = png(withFonts(() -> sheet(heard)));
        FilePublisher.publish(file, out -> out.write(png));
    }

    private static BufferedImage sheet(List<NamedHearing> heard) {
        CochleaSheet sheet = new CochleaSheet(heard.size(), longest(heard));
        for (int i = 0; i < heard.size(); i++) {
            sheet.draw(i, heard.get(i).name(), heard.get(i).hearing());
        }
        return sheet.image();
    }

    /**
     * Draws with text. Java has no fonts of its own on Linux: where the system has none, or not the libraries that read them, as in
     * small containers, it throws errors that name neither.
     */
    static BufferedImage withFonts(Supplier<BufferedImage> drawing) throws IOException {
        try {
            return drawing.get();
        } catch (InternalError | LinkageError e) {
            throw new IOException(
                    "found no fonts for the text of a picture, expected fontconfig, FreeType, HarfBuzz and a font on this system"
                            + " (Debian: libfontconfig1 libfreetype6 libharfbuzz0b)",
                    e);
        }
    }

    /** Made in memory: a stream of Java's that cannot write to its file throws once more when the process ends. */
    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java cannot write PNG files");
            }
        }
        return bytes.toByteArray();
    }

    private static double longest(List<NamedHearing> heard) {
        return heard.stream()
                .map(NamedHearing::hearing)
                .mapToDouble(
                        hearing -> Math.max(hearing.audio().durationSeconds(), hearing.frames() * hearing.hopSeconds()))
                .max()
                .orElseThrow();
    }
}

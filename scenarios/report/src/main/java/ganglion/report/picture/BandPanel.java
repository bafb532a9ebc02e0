package ganglion.report.picture;

import ganglion.cochlea.Hearing;
import ganglion.cochlea.Spectrogram;
import java.awt.image.BufferedImage;

/** Mel power in decibels below the clip's loudest value. */
final class BandPanel {

    private static final double RANGE_DECIBELS = 70;

    private BandPanel() {}

    static void draw(Panel panel, Hearing hearing, int pixelsPerPoint) {
        BufferedImage image = image(hearing.mel(), panel.width() * pixelsPerPoint);
        double right = panel.x(hearing.frames() * hearing.hopSeconds());
        int width = (int) Math.round(right - panel.left());
        panel.graphics().drawImage(image, panel.left(), panel.top(), width, panel.height(), null);
        Labels.frame(panel);
        Labels.name(panel, "mel power, 70 dB");
        Labels.bands(panel, hearing.bandCentresHertz());
    }

    /** One row a band, low bands at the bottom; at most so many columns, each showing the loudest of its frames. */
    private static BufferedImage image(Spectrogram mel, int mostColumns) {
        int columns = Math.max(1, Math.min(mel.frames(), mostColumns));
        BufferedImage image = new BufferedImage(columns, mel.bands(), BufferedImage.TYPE_INT_RGB);
        double loudest = Math.max(mel.maximum(), Double.MIN_NORMAL);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * mel.frames() / columns);
            int until = (int) ((column + 1L) * mel.frames() / columns);
            for (int band = 0; band < mel.bands(); band++) {
                double power = loudest(mel, band, from, until) / loudest;
                double share = 1 + 10 * Math.log10(Math.max(power, Double.MIN_NORMAL)) / RANGE_DECIBELS;
                image.setRGB(column, mel.bands() - 1 - band, SoundColours.of(share));
            }
        }
        return image;
    }

    private static double loudest(Spectrogram mel, int band, int fromFrame, int untilFrame) {
        double loudest = 0;
        for (int frame = fromFrame; frame < untilFrame; frame++) {
            loudest = Math.max(loudest, mel.at(frame, band));
        }
        return loudest;
    }
}

package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** A picture of several clips below each other. */
public final class CochleaSheet {

    private static final int WIDTH = 1100;
    private static final int LEFT = 72;
    private static final int RIGHT = 80;
    private static final int ROOM_FOR_FACTS = 340;
    private static final int TOP = 14;
    private static final int TITLE = 26;
    private static final int WAVE = 80;
    private static final int BANDS = 190;
    private static final int DRIVE = 150;
    private static final int SPIKES = 150;
    private static final int GAP = 8;
    private static final int RULER = 44;
    private static final int CLIP = TITLE + WAVE + GAP + BANDS + GAP + DRIVE + GAP + SPIKES + RULER;

    /** Pixels per point: two for sharp lines, one for many clips, which would take much memory. */
    private static final int FINE_SCALE = 2;

    private static final int MOST_FINE_CLIPS = 8;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int scale;
    private final double seconds;

    /**
     * @param clips number of clips, at least 1
     * @param seconds length of the time axis that all clips share, at least that of the longest
     */
    public CochleaSheet(int clips, double seconds) {
        this.seconds = Math.max(seconds, 1e-9);
        scale = clips <= MOST_FINE_CLIPS ? FINE_SCALE : 1;
        image = new BufferedImage(WIDTH * scale, (TOP + clips * CLIP) * scale, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(SoundColours.PAPER);
        graphics.fillRect(0, 0, WIDTH, TOP + clips * CLIP);
    }

    /**
     * Draws one clip.
     *
     * @param position place from the top, from 0
     * @param name name of the clip
     */
    public void draw(int position, String name, CochleaOutput hearing) {
        int top = TOP + position * CLIP;
        title(name, hearing, top + TITLE - 12);
        Panel wave = new Panel(graphics, LEFT, top + TITLE, WIDTH - LEFT - RIGHT, WAVE, seconds);
        Panel bands = wave.below(GAP, BANDS);
        Panel drive = bands.below(GAP, DRIVE);
        Panel spikes = drive.below(GAP, SPIKES);
        WavePanel.draw(wave, hearing.audio());
        BandPanel.drawPower(bands, hearing, scale);
        BandPanel.drawDrive(drive, hearing, scale);
        SpikePanel.draw(spikes, hearing);
        TimeRuler.draw(spikes);
    }

    private void title(String name, CochleaOutput hearing, int baseline) {
        String facts = String.format(
                Locale.ROOT,
                "%.3f s at %s kHz, %d bands, %d spikes",
                hearing.audio().durationSeconds(),
                Labels.number(hearing.audio().sampleRateHertz() / 1000),
                hearing.bands(),
                hearing.spikes().size());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        graphics.setColor(SoundColours.INK);
        String shown = Labels.shortened(graphics, name, WIDTH - LEFT - RIGHT - ROOM_FOR_FACTS);
        graphics.drawString(shown, LEFT, baseline);
        int after = LEFT + graphics.getFontMetrics().stringWidth(shown) + 14;
        graphics.setFont(Labels.FONT);
        graphics.setColor(SoundColours.SOFT_INK);
        graphics.drawString(facts, after, baseline);
    }

    /** The picture as drawn so far. */
    public BufferedImage image() {
        return image;
    }
}

package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.kernel.event.SpikeRaster;
import java.awt.geom.Rectangle2D;

/** The spikes: one row per neuron, low bands at the bottom, with marks as wide as a tick if that is visible. */
final class SpikePanel {

    private static final double NARROWEST = 1;
    private static final double WIDEST = 4;

    private SpikePanel() {}

    static void draw(Panel panel, CochleaOutput hearing) {
        SpikeRaster spikes = hearing.spikes();
        Labels.frame(panel);
        Labels.name(panel, "spikes");
        double row = (double) panel.height() / Math.max(1, spikes.neuronCount());
        double tick = hearing.hopSeconds() / panel.seconds() * panel.width();
        double width = Math.max(NARROWEST, Math.min(WIDEST, 0.7 * tick));
        double height = Math.max(NARROWEST, 0.8 * row);
        panel.graphics().setColor(SoundColours.SPIKE);
        for (int i = 0; i < spikes.size(); i++) {
            double x = panel.x(spikes.tick(i) * hearing.hopSeconds());
            double y = panel.bottom() - (spikes.neuron(i) + 0.5) * row - height / 2;
            panel.graphics().fill(new Rectangle2D.Double(x, y, width, height));
        }
        if (spikes.neuronCount() == hearing.bandCentresHertz().length) {
            Labels.bands(panel, hearing.bandCentresHertz());
        }
    }
}

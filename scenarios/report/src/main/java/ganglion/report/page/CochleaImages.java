package ganglion.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import ganglion.scenario.result.Clip;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The clips of an input as two images on the run's timeline: mel power in decibels, and the input of the encoder as
 * square roots, which make small values visible.
 */
final class CochleaImages {

    /** Range of the mel image below its loudest value; about what an ear and a 16-bit recording have in a room. */
    private static final double RANGE_DECIBELS = 70;

    private final List<Clip> clips;
    private final long ticks;

    /** @param clips the clips of sound of one input, at least one */
    CochleaImages(List<Clip> clips, long ticks) {
        this.clips = clips;
        this.ticks = ticks;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("input", clips.get(0).input());
        emptyImage().putShape(json);
        ArrayNode centres = json.putArray("bandCentresHertz");
        for (double centre : clips.get(0).output().bandCentresHertz()) {
            centres.add(centre);
        }
        json.set("mel", melImage());
        json.set("drive", driveImage());
        return json;
    }

    private TimelineImage emptyImage() {
        return new TimelineImage(clips.get(0).output().bands(), ticks);
    }

    private ObjectNode melImage() {
        double loudest = loudest(CochleaOutput::mel);
        double ceiling = loudest > 0 ? Math.ceil(decibels(loudest)) : 0;
        double floor = ceiling - RANGE_DECIBELS;
        return image(CochleaOutput::mel, power -> (decibels(power) - floor) / RANGE_DECIBELS)
                .toJson(floor, ceiling);
    }

    private ObjectNode driveImage() {
        double ceiling = loudest(CochleaOutput::drive);
        return image(CochleaOutput::drive, drive -> ceiling == 0 ? 0 : Math.sqrt(Math.max(0, drive) / ceiling))
                .toJson(0, ceiling);
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }

    private double loudest(Function<CochleaOutput, Spectrogram> channel) {
        return clips.stream()
                .mapToDouble(clip -> channel.apply(clip.output()).maximum())
                .max()
                .orElse(0);
    }

    private TimelineImage image(Function<CochleaOutput, Spectrogram> channel, DoubleUnaryOperator share) {
        TimelineImage image = emptyImage();
        for (Clip clip : clips) {
            Spectrogram picture = channel.apply(clip.output());
            for (int frame = 0; frame < picture.frames(); frame++) {
                for (int band = 0; band < picture.bands(); band++) {
                    image.draw(clip.tickOf(frame), band, share.applyAsDouble(picture.at(frame, band)));
                }
            }
        }
        return image;
    }
}

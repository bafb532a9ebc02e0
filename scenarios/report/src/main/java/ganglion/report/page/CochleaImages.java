package ganglion.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import ganglion.scenario.result.HeardInput;
import ganglion.scenario.result.Segment;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The clips of an input as two images on the run's timeline: mel power in decibels, and the input of the encoder as
 * square roots, which make small values visible.
 */
final class CochleaImages {

    /** Range of the mel image below its loudest value: about that of a 16-bit recording in a room. */
    private static final double RANGE_DECIBELS = 70;

    private final HeardInput input;
    private final long ticks;

    CochleaImages(HeardInput input, long ticks) {
        this.input = input;
        this.ticks = ticks;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("input", input.input());
        emptyImage().putShape(json);
        ArrayNode centres = json.putArray("bandCentresHertz");
        for (double centre : input.segments().get(0).hearing().bandCentresHertz()) {
            centres.add(centre);
        }
        json.set("mel", melImage());
        json.set("drive", driveImage());
        return json;
    }

    private TimelineImage emptyImage() {
        return new TimelineImage(input.segments().get(0).hearing().bands(), ticks);
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
        return input.segments().stream()
                .mapToDouble(segment -> channel.apply(segment.hearing()).maximum())
                .max()
                .orElse(0);
    }

    private TimelineImage image(Function<CochleaOutput, Spectrogram> channel, DoubleUnaryOperator share) {
        TimelineImage image = emptyImage();
        for (Segment segment : input.segments()) {
            Spectrogram clip = channel.apply(segment.hearing());
            for (int frame = 0; frame < clip.frames(); frame++) {
                for (int band = 0; band < clip.bands(); band++) {
                    image.draw(segment.tickOf(frame), band, share.applyAsDouble(clip.at(frame, band)));
                }
            }
        }
        return image;
    }
}

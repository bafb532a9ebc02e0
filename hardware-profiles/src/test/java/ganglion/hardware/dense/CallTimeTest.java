package ganglion.hardware.dense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallTimeTest {

    private static Figure time(String text) {
        return ToyProfiles.figure(text, Dimension.TIME);
    }

    private static Processor processor(String weightByte) {
        return new Processor(
                Optional.of(time("100 us")),
                Optional.of(time("10 us")),
                Map.of(
                        LayerKind.DENSE, Map.of(NumberFormat.INT8, time("2 ns")),
                        LayerKind.CONVOLUTION, Map.of(NumberFormat.INT8, time("1 ns"))),
                Optional.empty(),
                Optional.of(time(weightByte)),
                Optional.of(time("5 ns")),
                Map.of());
    }

    @Test
    void noNetworkIsFasterThanThePeak() {
        Processor processor = new Processor(
                Optional.empty(),
                Optional.empty(),
                Map.of(LayerKind.CONVOLUTION, Map.of(NumberFormat.INT8, time("1 ps"))),
                Optional.of(time("10 ps")),
                Optional.empty(),
                Optional.of(time("1 ns")),
                Map.of());

        CallTime narrow =
                CallTime.of(processor, List.of(new LayerWork(LayerKind.CONVOLUTION, 100, 10, 0)), NumberFormat.INT8, 2);
        CallTime wide = CallTime.of(
                processor, List.of(new LayerWork(LayerKind.CONVOLUTION, 10_000, 10, 0)), NumberFormat.INT8, 2);

        assertEquals(2 * (100e-12 + 10e-9), narrow.seconds().orElseThrow(), 1e-15);
        assertFalse(narrow.atBest());
        assertEquals(2 * 10_000 * 10e-12, wide.seconds().orElseThrow(), 1e-15);
        assertTrue(wide.share(2).atBest());
    }

    private static double seconds(Processor processor, long batch, LayerWork... layers) {
        return CallTime.of(processor, List.of(layers), NumberFormat.INT8, batch)
                .seconds()
                .orElseThrow();
    }

    @Test
    void addsOverheadsProductsAndOutputsOfEveryLayer() {
        LayerWork dense = LayerWork.dense(100, 10);
        LayerWork convolution = new LayerWork(LayerKind.CONVOLUTION, 5000, 20, 9);

        assertEquals(
                100e-6 + 2 * 10e-6 + 1000 * 2e-9 + 5000 * 1e-9 + 30 * 5e-9,
                seconds(processor("0 s"), 1, dense, convolution),
                1e-15);
    }

    @Test
    void readingWeightsTakesOverWhereItIsSlowerAndIsSharedByABatch() {
        LayerWork dense = LayerWork.dense(100, 10);
        // 1000 bytes of 10 ns are slower than 1000 products of 2 ns; a batch of 10 is limited by its products.
        assertEquals(100e-6 + 10e-6 + 1000 * 10e-9 + 10 * 5e-9, seconds(processor("10 ns"), 1, dense), 1e-15);
        assertEquals(100e-6 + 10e-6 + 10_000 * 2e-9 + 100 * 5e-9, seconds(processor("10 ns"), 10, dense), 1e-15);
    }

    @Test
    void namesWhatIsMissing() {
        CallTime found = CallTime.of(processor("0 s"), List.of(LayerWork.dense(2, 2)), NumberFormat.FLOAT32, 1);

        assertTrue(found.seconds().isEmpty());
        assertEquals(List.of("time of a multiply-accumulate in a dense layer, float32"), found.missing());
    }
}

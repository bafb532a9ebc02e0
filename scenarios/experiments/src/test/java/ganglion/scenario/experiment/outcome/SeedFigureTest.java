package ganglion.scenario.experiment.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SeedFigureTest {

    private static final SeedFigure ACCURACY =
            new SeedFigure("test", "testAccuracy", "test", "accuracy", "/test/accuracy", SeedFigure.Format.PERCENT);
    private static final SeedFigure F1 =
            new SeedFigure("clean", "clean", "clean", "macro F1", "/trials/0/macroF1", SeedFigure.Format.SHARE);

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void aFigureStandsAtItsPointer() {
        ObjectNode result = object();
        result.putObject("test").put("accuracy", 0.875);

        assertEquals(0.875, ACCURACY.in(result).orElseThrow().asDouble());
        assertEquals("87.50 %", ACCURACY.cell(result));
    }

    @Test
    void whatIsNoNumberIsNoFigure() {
        ObjectNode result = object();
        result.putObject("test").put("accuracy", "high");

        assertTrue(ACCURACY.in(result).isEmpty());
        assertEquals("", ACCURACY.cell(result));
        assertTrue(ACCURACY.in(object()).isEmpty());
    }

    @Test
    void oneSeedHasNoDeviation() {
        assertEquals("test: accuracy 50.00 %", ACCURACY.line(new double[] {0.5}));
        assertEquals(OptionalDouble.empty(), SeedFigure.standardDeviation(new double[] {0.5}));
    }

    @Test
    void theDeviationIsThatOfASample() {
        assertEquals(1, SeedFigure.standardDeviation(new double[] {1, 2, 3}).orElseThrow(), 1e-12);
        assertEquals(
                "clean, 3 seeds: macro F1 mean 2.000, standard deviation 1.000, from 1.000 to 3.000",
                F1.line(new double[] {1, 2, 3}));
    }

    @Test
    void epochsOfCurvesCountFromOne() {
        TrainingOutcome.Curve curve = EpochCurves.of("loss", List.of(1.0, 0.1, 0.01), Math::log10);

        assertEquals("loss", curve.name());
        assertEquals(
                List.of(1.0, 2.0, 3.0),
                java.util.Arrays.stream(curve.x()).boxed().toList());
        assertEquals(-2, curve.y()[2], 1e-12);
    }

    @Test
    void numbersThatAreNotFiniteAreNull() {
        ObjectNode node = object();
        FiniteNumbers.put(node, "finite", 0.5);
        FiniteNumbers.put(node, "nan", Double.NaN);
        FiniteNumbers.put(node, "infinite", Double.POSITIVE_INFINITY);

        assertEquals("{\"finite\":0.5,\"nan\":null,\"infinite\":null}", node.toString());
    }
}

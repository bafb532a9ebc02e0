package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.operation.OperationCounts;
import org.junit.jupiter.api.Test;

class ExpressionWorkTest {

    /** Four bands at 20 ms: windows of 10, 8, 20, 20, 20, 6 and 33 frames, 117 together. */
    @Test
    void expressionFiltersEachBandAtEachRate() {
        OperationCounts decibels = OperationCounts.NONE.andMultiplyAdds(8).andLogarithms(4);
        OperationCounts levels = OperationCounts.NONE
                .andMultiplyAdds(6 + 10)
                .andComparisons(5 + 5)
                .andDivisions(4 + 4)
                .andLogarithms(2 + 6)
                .andExponentials(4);
        OperationCounts ofLevels = OperationCounts.NONE
                .andMultiplyAdds(2 * (2 * 117) + 14 * 2)
                .andMagnitudes(14)
                .andSquareRoots(14)
                .andLogarithms(14)
                .andComparisons(14);
        // One band is more than two bands away from a strongest one at the edge.
        OperationCounts ofOvertones = OperationCounts.NONE
                .andMultiplyAdds(16 + 52 + 92 + 4 + 8 + 2)
                .andMagnitudes(2)
                .andSquareRoots(4)
                .andDivisions(6 + 2)
                .andLogarithms(2 + 4)
                .andComparisons(6 + 2 + 4);
        OperationCounts ofAgreement = OperationCounts.NONE
                .andMultiplyAdds(2 * (154 + 274 + 274))
                .andMagnitudes(6 * (8 + 2))
                .andSquareRoots(6 * (4 + 3))
                .andDivisions(6 * (4 + 3))
                .andLogarithms(6 * (4 + 2))
                .andExponentials(6 * 4)
                .andComparisons(6 * 2);

        assertEquals(
                decibels.plus(levels).plus(ofLevels).plus(ofOvertones).plus(ofAgreement),
                new Expression(4, 0.02).operationsPerStep(1));
    }

    /** Spectra of 64 samples; windows of 20, 40, 40 and 66 frames, the last two averaged over 12 and 25; five partials. */
    @Test
    void intonationFollowsFivePartials() {
        OperationCounts spectra = OperationCounts.NONE
                .andMultiplyAdds(64 + 32 * 9)
                .andButterflies(80 + 32)
                .andMagnitudes(32)
                .andExponentials(32)
                .andDivisions(32);
        OperationCounts search = OperationCounts.NONE.andMultiplyAdds(64).andComparisons(24 * 7);
        OperationCounts partials = OperationCounts.NONE
                .andMultiplyAdds(5 * (127 + 247 + 1687 + 5353))
                .andMagnitudes(5 * 8)
                .andSquareRoots(5 * 8)
                .andDivisions(5 * (4 + 4 + 44 + 70))
                .andComparisons(5 * (41 + 81 + 81 + 133));
        OperationCounts results = OperationCounts.NONE
                .andMultiplyAdds(8 + 16)
                .andMagnitudes(8)
                .andSquareRoots(12)
                .andDivisions(12)
                .andLogarithms(8)
                .andComparisons(16);

        assertEquals(
                spectra.plus(search).plus(partials).plus(results), new Intonation(1000, 0.01).operationsPerStep(1));
    }

    @Test
    void framesWithinAStepTakeTheirSpectraOnly() {
        Intonation intonation = new Intonation(1000, 0.01);

        OperationCounts one = intonation.operationsPerStep(1);

        assertEquals(
                one.andMultiplyAdds(64 + 32 * 9 + 64)
                        .andButterflies(112)
                        .andMagnitudes(32)
                        .andExponentials(32)
                        .andDivisions(32),
                intonation.operationsPerStep(2));
    }
}

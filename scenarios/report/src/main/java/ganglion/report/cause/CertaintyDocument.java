package ganglion.report.cause;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.time.Clock;
import ganglion.report.files.JsonDocument;
import ganglion.report.result.SpentSection;
import ganglion.scenario.future.DecisionCurve;
import ganglion.scenario.future.EarlyExit;
import ganglion.scenario.future.FutureMoment;
import ganglion.scenario.future.FutureRules;
import ganglion.scenario.future.SameWinner;
import ganglion.scenario.result.Decision;
import java.util.List;

/** When decisions became certain, as a JSON document. */
public final class CertaintyDocument {

    private static final String FORMAT = "ganglion-certainty";
    private static final int FORMAT_VERSION = 1;

    private final CertaintyQuestion question;
    private final Clock clock;

    private CertaintyDocument(CertaintyQuestion question) {
        this.question = question;
        this.clock = question.run().replay().scenario().clock();
    }

    /** Describes an answer. */
    public static ObjectNode of(CertaintyQuestion question) {
        return new CertaintyDocument(question).document();
    }

    private ObjectNode document() {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.put("scenario", question.run().scenario());
        document.put("tickSeconds", clock.tickSeconds());
        FutureRules rules = question.rules();
        document.put("futures", rules.futures());
        document.put("jitterTicks", rules.jitterTicks());
        document.put("deletion", rules.deletion());
        document.put("certainty", rules.certain());
        ArrayNode decisions = document.putArray("decisions");
        for (int i = 0; i < question.curves().size(); i++) {
            decisions.add(decision(
                    question.curves().get(i),
                    question.spent().isEmpty() ? List.of() : question.spent().get(i)));
        }
        return document;
    }

    private ObjectNode decision(DecisionCurve curve, List<EarlyExit.Spent> spent) {
        Decision decision = curve.decision();
        long certain = curve.certainFrom(question.rules().certain());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", curve.number()).put("file", decision.file()).put("label", decision.label());
        node.put("winner", decision.winner()).put("correct", decision.correct());
        node.put("clipTick", curve.fromTick()).put("untilTick", decision.untilTick());
        node.put("certainTick", certain);
        node.put("certainAfterSeconds", clock.seconds(certain - curve.fromTick()));
        node.put("ofSeconds", clock.seconds(decision.untilTick() - curve.fromTick()));
        node.put("otherEndings", curve.endings());
        ArrayNode moments = node.putArray("curve");
        for (FutureMoment moment : curve.moments()) {
            ObjectNode object = moments.addObject().put("tick", moment.tick());
            object.set("clipGoesOn", agreement(moment.own()));
            object.set("otherEnding", agreement(moment.other()));
        }
        ArrayNode energies = node.putArray("energies");
        spent.forEach(each -> energies.add(SpentSection.of(each)));
        return node;
    }

    private ObjectNode agreement(SameWinner agreement) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sameWinner", agreement.agreeing())
                .put("futures", agreement.futures())
                .put("share", agreement.share())
                .put("low", agreement.interval().low())
                .put("high", agreement.interval().high());
    }
}

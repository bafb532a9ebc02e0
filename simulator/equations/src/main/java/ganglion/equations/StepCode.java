package ganglion.equations;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DCMPG;
import static org.objectweb.asm.Opcodes.DCMPL;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DCONST_1;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.SIPUSH;

import ganglion.kernel.neuron.Fading;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Code of formulas within the method of a model's class: names are local variables, formulas of parameters are constants of the group, and a
 * formula that stands twice among the same values is computed once.
 */
final class StepCode {

    private static final int NEURON = 1;
    private static final int LARGEST_PRODUCT = 4;

    private final MethodVisitor code;
    private final Class<?> owner;
    private final Constants constants;
    private final ConstantLayout layout;
    private int nextLocal;

    /** Where the value of a name is now. */
    private final Map<String, Integer> names = new HashMap<>();

    /** What has been computed of the present values. */
    private final Map<Term, Integer> known = new HashMap<>();

    /** Which names are constant. */
    interface Constants {

        boolean isConstant(String name);

        /** Whether all neurons share a constant. */
        boolean isCommon(String name);
    }

    /**
     * @param owner the class that has the constants, as fields {@code common} and {@code each}
     * @param firstFree the method's first free local variable
     */
    StepCode(MethodVisitor code, Class<?> owner, int firstFree, Constants constants, ConstantLayout layout) {
        this.code = code;
        this.owner = owner;
        this.nextLocal = firstFree;
        this.constants = constants;
        this.layout = layout;
    }

    /** The local variable of a name. */
    int local(String name) {
        return names.get(name);
    }

    /** Has a name stand for a local variable. */
    void bind(String name, int local) {
        names.put(name, local);
    }

    /** Values have changed: what was computed of them counts no longer. */
    void forget() {
        known.clear();
    }

    /** Code that runs where a flag is 1. */
    void whereSet(int flag, Runnable then) {
        Label free = new Label();
        code.visitVarInsn(ILOAD, flag);
        code.visitJumpInsn(IFEQ, free);
        then.run();
        code.visitLabel(free);
    }

    /** Has names stand for other local variables from here on. */
    void bind(Map<String, Integer> values) {
        names.putAll(values);
        known.clear();
    }

    /** Within a formula a comparison is 1 or 0. */
    private void pushCondition(Term.Call condition) {
        Label holds = new Label();
        Label done = new Label();
        jump(condition, holds, true);
        code.visitInsn(DCONST_0);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(holds);
        code.visitInsn(DCONST_1);
        code.visitLabel(done);
    }

    /** Jumps where a condition is so; one with no number is not. */
    void jump(Term condition, Label to, boolean where) {
        Term.Call comparison = (Term.Call) condition;
        push(comparison.first());
        push(comparison.second());
        boolean less = comparison.function() == TermOperation.LESS || comparison.function() == TermOperation.AT_MOST;
        code.visitInsn(less ? DCMPG : DCMPL);
        int yes = switch (comparison.function()) {
            case GREATER -> IFGT;
            case AT_LEAST -> IFGE;
            case LESS -> IFLT;
            default -> IFLE;
        };
        int no = switch (comparison.function()) {
            case GREATER -> IFLE;
            case AT_LEAST -> IFLT;
            case LESS -> IFGE;
            default -> IFGT;
        };
        code.visitJumpInsn(where ? yes : no, to);
    }

    boolean isConstant(Term term) {
        boolean[] constant = {true};
        term.names(name -> constant[0] &= constants.isConstant(name));
        return constant[0];
    }

    void push(Term term) {
        if (term instanceof Term.Literal literal) {
            code.visitLdcInsn(literal.value());
        } else if (isConstant(term)) {
            boolean[] common = {true};
            term.names(name -> common[0] &= constants.isCommon(name));
            push(layout.slot(term, common[0]));
        } else if (term instanceof Term.Name name) {
            code.visitVarInsn(DLOAD, names.get(name.name()));
        } else if (known.containsKey(term)) {
            code.visitVarInsn(DLOAD, known.get(term));
        } else {
            compute((Term.Call) term);
            code.visitInsn(DUP2);
            known.put(term, storeDouble());
        }
    }

    void push(ConstantLayout.Slot slot) {
        loadField(slot.common() ? "common" : "each", slot.common() ? "[D" : "[[D");
        pushInt(slot.index());
        if (slot.common()) {
            code.visitInsn(DALOAD);
        } else {
            code.visitInsn(AALOAD);
            code.visitVarInsn(ILOAD, NEURON);
            code.visitInsn(DALOAD);
        }
    }

    void compute(Term.Call call) {
        if (call.function() == TermOperation.POWER
                && call.second() instanceof Term.Literal exponent
                && exponent.value() == Math.rint(exponent.value())
                && exponent.value() >= 2
                && exponent.value() <= LARGEST_PRODUCT) {
            push(call.first());
            int base = storeDouble();
            code.visitVarInsn(DLOAD, base);
            for (int k = 1; k < exponent.value(); k++) {
                code.visitVarInsn(DLOAD, base);
                multiply();
            }
            return;
        }
        if (call.function().isCondition()) {
            pushCondition(call);
            return;
        }
        call.arguments().forEach(this::push);
        switch (call.function()) {
            case ADD -> add();
            case SUBTRACT -> code.visitInsn(DSUB);
            case MULTIPLY -> multiply();
            case DIVIDE -> code.visitInsn(DDIV);
            case NEGATE -> code.visitInsn(DNEG);
            case MIN, MAX -> {
                call(call.function().text(), "(DD)D");
            }
            case ABS -> call("abs", "(D)D");
            case SQRT -> {
                call("sqrt", "(D)D");
            }
            case POWER -> {
                call("pow", "(DD)D");
            }
            case EXPREL -> {
                code.visitMethodInsn(INVOKESTATIC, Type.getInternalName(TermOperation.class), "exprel", "(D)D", false);
            }
            case EXP, LOG, SIN, COS, TANH -> {
                call(call.function().text(), "(D)D");
            }
            default -> throw new IllegalStateException("no code for " + call.function());
        }
    }

    void add() {
        code.visitInsn(DADD);
    }

    void multiply() {
        code.visitInsn(DMUL);
    }

    void call(String function, String signature) {
        code.visitMethodInsn(INVOKESTATIC, "java/lang/StrictMath", function, signature, false);
    }

    void loadField(String field, String type) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, Type.getInternalName(owner), field, type);
    }

    void pushInt(int value) {
        if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    int newInt() {
        return nextLocal++;
    }

    int storeReference() {
        code.visitVarInsn(ASTORE, nextLocal);
        return nextLocal++;
    }

    int storeDouble() {
        int local = nextLocal;
        code.visitVarInsn(DSTORE, local);
        nextLocal += 2;
        return local;
    }

    /** Stores what a tick leaves of a state, see {@link Fading#settled}. */
    int storeSettled() {
        code.visitLdcInsn(Fading.GRAIN);
        code.visitInsn(DADD);
        code.visitLdcInsn(Fading.GRAIN);
        code.visitInsn(DSUB);
        return storeDouble();
    }
}

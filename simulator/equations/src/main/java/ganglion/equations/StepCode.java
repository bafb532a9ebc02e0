package ganglion.equations;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
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
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.SIPUSH;

import ganglion.kernel.neuron.Fading;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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

    /** Pushes 1, or 0 where a test jumps to a label. */
    void pushTruth(Consumer<Label> test) {
        Label not = new Label();
        Label done = new Label();
        test.accept(not);
        code.visitInsn(ICONST_1);
        code.visitJumpInsn(GOTO, done);
        code.visitLabel(not);
        code.visitInsn(ICONST_0);
        code.visitLabel(done);
    }

    /** Jumps where the number on the stack is not zero. */
    void jumpUnlessZero(Label to) {
        code.visitInsn(DCONST_0);
        code.visitInsn(DCMPL);
        code.visitJumpInsn(IFNE, to);
    }

    /** Code that runs while a local variable, which rises by one, is below another. */
    void loop(int index, int until, Runnable body) {
        Label loop = new Label();
        Label end = new Label();
        code.visitLabel(loop);
        code.visitVarInsn(ILOAD, index);
        code.visitVarInsn(ILOAD, until);
        code.visitJumpInsn(IF_ICMPGE, end);
        body.run();
        code.visitIincInsn(index, 1);
        code.visitJumpInsn(GOTO, loop);
        code.visitLabel(end);
    }

    /** Pushes an array and an index. */
    void place(int array, int index) {
        code.visitVarInsn(ALOAD, array);
        code.visitVarInsn(ILOAD, index);
    }

    /** Pushes an element of an array. */
    void element(int array, int index, int load) {
        place(array, index);
        code.visitInsn(load);
    }

    /** Puts a number into an array. */
    void storeElement(int array, int index, int number) {
        place(array, index);
        code.visitVarInsn(DLOAD, number);
        code.visitInsn(DASTORE);
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
        return term.allNames(constants::isConstant);
    }

    void push(Term term) {
        if (term instanceof Term.Literal literal) {
            code.visitLdcInsn(literal.value());
        } else if (isConstant(term)) {
            push(layout.slot(term, term.allNames(constants::isCommon)));
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
            case POWER -> call("pow", "(DD)D");
            case EXPREL ->
                code.visitMethodInsn(INVOKESTATIC, Type.getInternalName(TermOperation.class), "exprel", "(D)D", false);
            case MIN, MAX, ABS, SQRT, EXP, LOG, SIN, COS, TANH ->
                call(call.function().text(), call.function().arguments() == 1 ? "(D)D" : "(DD)D");
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

    /** A new local variable with an element of an array of arrays or objects in a field. */
    int storeReference(String field, String type, int index) {
        loadField(field, type);
        pushInt(index);
        code.visitInsn(AALOAD);
        return storeReference();
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

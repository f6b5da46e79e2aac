package backprop.notebook;

import backprop.exercise.Answers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/**
 * Watches what becomes of each snippet of a cell. A failure leaves the cell with a headline and a hint: what a
 * listener throws, the kernel takes for the cell's own. What JShell keeps to itself is said when the cell has ended: a
 * method that names something undefined, a variable that was reset because something else was declared anew.
 */
final class CellWatch implements CellListener {
    private static final Pattern LOST_JAR = // a reason in the compiler's words, not a name in the cell
            Pattern.compile("[:;] (?:[a-z]+\\.)*Closed(?:ByInterrupt|Channel|FileSystem)Exception");
    private static final Pattern LOST_IMPORT = // what an import of a cell before is refused with
            Pattern.compile("compiler\\.err\\.(?:static\\.imp\\.only|doesnt\\.exist|cant\\.resolve|cant\\.access).*");
    private static final Note BROKEN = new Note(
            "The compiler was stopped while it worked, and cannot go on.",
            "restart the kernel, and run the cells again from the first one",
            List.of());
    private static final Pattern RETURN = Pattern.compile("\\s*return\\b");

    private final Kernel kernel;
    private final JShell shell;
    private final ThrownException thrown;
    private final UndefinedName undefined;
    private final RejectedCode rejected;
    private final Set<DeclarationSnippet> accepted = new LinkedHashSet<>();
    private final LostValues losses;
    private final FailedCells failedCells;
    private Snippet declared; // what JShell tells the consequences of
    private final Set<Note> remarks = new LinkedHashSet<>(); // on what runs, but hardly as it was meant
    private Optional<Note> failure = Optional.empty(); // of a script that a magic runs: the magic's own tells less
    private Optional<Snippet> ending = Optional.empty(); // what failed, but has consequences that are told first
    private boolean broken;
    private boolean assisting;
    private boolean waiting;

    private CellWatch(Kernel kernel) {
        this.kernel = kernel;
        this.shell = kernel.shell();
        this.losses = new LostValues(shell);
        this.thrown = new ThrownException(shell, losses);
        this.undefined = new UndefinedName(shell, this::why);
        this.failedCells = new FailedCells(shell);
        this.rejected = new RejectedCode(shell, undefined, losses, failedCells);
    }

    /** Watches a kernel from now on. */
    static void over(Kernel kernel) {
        CellWatch watch = new CellWatch(kernel);
        watch.shell.onSnippetEvent(watch::see);
        Answers.ask(new CheckedCell(watch.failedCells, watch.undefined, watch.thrown));
    }

    private Optional<Note> why(Snippet snippet) {
        return rejected.note(snippet);
    }

    @Override
    public void began(String source) {
        failedCells.began(source);
    }

    @Override
    public void ended() {
        failedCells.ended();
    }

    private void see(SnippetEvent event) {
        if (!kernel.inCell() || event.status() == Status.DROPPED) {
            return;
        }
        kernel.snippetEnded();
        CellThreads.endIfStopped();
        prepare();
        if (event.causeSnippet() == null) {
            declared = event.snippet();
            seeItself(event);
        } else {
            seeConsequence(event);
        }
    }

    private void seeItself(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (snippet instanceof DeclarationSnippet taken && event.status() != Status.REJECTED) {
            failedCells.taken(taken);
        }
        if (event.exception() instanceof EvalException e) {
            missed(snippet);
            fail(event, ThrownException.isOfMagic(e) && failure.isPresent() ? failure : thrown.note(e, snippet));
        } else if (event.exception() instanceof UnresolvedReferenceException e) {
            missed(snippet);
            fail(event, Optional.of(undefined.used(e.getSnippet(), snippet)));
        } else if (event.status() == Status.REJECTED) {
            Optional<Note> note = compilerBroke(snippet) ? Optional.of(BROKEN) : rejected.note(snippet);
            missed(snippet);
            fail(event, note);
        } else if (RETURN.matcher(snippet.source()).lookingAt()) {
            fail(
                    event,
                    Optional.of(
                            new Note("return belongs into a method.", "end the cell with the value alone", List.of())));
        } else if (event.status() == Status.VALID) {
            if (snippet instanceof VarSnippet variable) {
                losses.given(variable);
            }
            if (snippet instanceof DeclarationSnippet fit) {
                undefined.fits(fit);
            }
            if (!(snippet instanceof MethodSnippet || RejectedCode.isCheck(snippet.source()))) {
                failedCells.remark(snippet.source()).ifPresent(remarks::add);
            }
            SuspiciousCode.notes(shell, snippet).forEach(remarks::add);
        } else if (snippet instanceof DeclarationSnippet incomplete && isIncomplete(incomplete)) {
            if (!event.status().isDefined() && !kernel.takesForwardReferences()) {
                fail(event, Optional.of(undefined.refused(incomplete)));
            }
            accepted.add(incomplete);
        }
    }

    /** What is done once for a notebook, and once for a cell. */
    private void prepare() {
        if (!assisting) {
            assisting = true;
            kernel.assistWith(new CodeAssist(shell));
            kernel.watchCells(this);
        }
        if (!waiting) {
            waiting = true;
            kernel.afterCell(this::cellEnded);
        }
    }

    /** Whether the compiler has lost a jar, now or before: an interrupt in its thread closes the jar for good. */
    private boolean compilerBroke(Snippet snippet) {
        broken |= shell.diagnostics(snippet).anyMatch(told -> isOfBrokenCompiler(told, snippet));
        return broken;
    }

    /**
     * A jar cannot be read any more, or a class is lost that the imports of cells before name: the compiler puts those
     * in front of each snippet, and points at no character of it.
     */
    private static boolean isOfBrokenCompiler(Diag told, Snippet snippet) {
        boolean ofImports = snippet.kind() != Snippet.Kind.IMPORT && told.getStartPosition() == told.getEndPosition();
        return (ofImports && LOST_IMPORT.matcher(told.getCode()).matches())
                || LOST_JAR.matcher(told.getMessage(null)).find();
    }

    /** A variable whose cell failed. */
    private void missed(Snippet snippet) {
        if (snippet instanceof VarSnippet variable) {
            losses.failed(variable);
        }
    }

    /** What became of another snippet. The last that JShell tells is that the older declaration counts no more. */
    private void seeConsequence(SnippetEvent event) {
        if (event.status() == Status.OVERWRITTEN) {
            if (ending.isPresent() && event.snippet().id().equals(ending.get().id())) {
                end();
            }
        } else if (event.snippet() instanceof VarSnippet variable && losses.reset(event, declared)) {
            accepted.remove(variable);
        } else if (event.snippet() instanceof DeclarationSnippet unfit && event.previousStatus() == Status.VALID) {
            accepted.add(unfit);
        } else if (event.snippet() instanceof DeclarationSnippet fit && event.status() == Status.VALID) {
            undefined.fits(fit);
        }
    }

    /** Ends the cell; after what was declared anew only when all its consequences are told. */
    private void fail(SnippetEvent event, Optional<Note> note) {
        failure = note;
        failedCells.failed(note);
        boolean anew = event.status().isActive() && event.previousStatus().isActive();
        if (anew) {
            ending = Optional.of(event.snippet());
        } else {
            end();
        }
    }

    private void end() {
        ending = Optional.empty();
        if (failure.isPresent()) {
            throw new CellError(failure.get());
        }
    }

    private boolean isIncomplete(DeclarationSnippet snippet) {
        Status status = shell.status(snippet);
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private void cellEnded() {
        waiting = false;
        failure = Optional.empty();
        ending = Optional.empty();
        accepted.stream()
                .filter(this::isIncomplete)
                .forEach(
                        incomplete -> kernel.show(undefined.accepted(incomplete).rendering()));
        accepted.clear();
        remarks.forEach(note -> kernel.show(note.rendering()));
        remarks.clear();
        losses.told().ifPresent(note -> kernel.show(note.rendering()));
    }
}

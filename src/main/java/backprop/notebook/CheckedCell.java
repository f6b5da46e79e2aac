package backprop.notebook;

import backprop.exercise.Answers;
import java.util.List;
import java.util.Optional;

/**
 * Tells a check of the function that its cell hands to it.
 *
 * @param failedCells what failed cells were to declare
 * @param undefined explains declarations that cannot be used
 * @param thrown finds the lines of the notebook on the way to an exception
 */
record CheckedCell(FailedCells failedCells, UndefinedName undefined, ThrownException thrown)
        implements Answers.Notebook {
    @Override
    public Optional<Answers.Older> older() {
        return failedCells.older();
    }

    @Override
    public Optional<String> unusable() {
        return failedCells
                .used()
                .filter(undefined::isUnfit)
                .findFirst()
                .map(undefined::used)
                .map(note -> new Note(note.headline(), note.hint(), List.of()).text());
    }

    @Override
    public Optional<String> line(Throwable failure) {
        return thrown.line(failure);
    }
}

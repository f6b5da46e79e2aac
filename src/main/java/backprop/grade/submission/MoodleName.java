package backprop.grade.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Moodle's name for a hand-in tells: Surname Name_1234567_assignsubmission_file_, of a folder, or in front of the
 * name of a file. The student chooses the first part and the name of the file, and may write anything there.
 *
 * @param name the student's
 * @param number Moodle's for the student, in the digits 0 to 9
 * @param kind how it was handed in, such as file or onlinetext
 */
record MoodleName(String name, String number, String kind) {
    private static final Pattern FOLDER = Pattern.compile("(?s)(.+)_([0-9]{1,20})_assignsubmission_([a-z]+)_?");
    private static final Pattern INSIDE = Pattern.compile("_([0-9]{1,20})_assignsubmission_([a-z]+)(?=_|$)");

    static boolean is(String text) {
        return !readings(text, false).isEmpty();
    }

    /**
     * All that a name can mean: none for another's, several where the student has imitated the pattern. A folder ends
     * with what Moodle writes.
     */
    static List<MoodleName> readings(String text, boolean folder) {
        Matcher whole = FOLDER.matcher(text);
        if (folder && whole.matches()) {
            return List.of(new MoodleName(whole.group(1), whole.group(2), whole.group(3)));
        }
        List<MoodleName> readings = new ArrayList<>();
        Matcher inside = INSIDE.matcher(text);
        for (int from = 1; from < text.length() && inside.find(from); from = inside.start() + 1) {
            MoodleName reading = new MoodleName(text.substring(0, inside.start()), inside.group(1), inside.group(2));
            if (readings.stream().noneMatch(other -> other.number().equals(reading.number()))) {
                readings.add(reading);
            }
        }
        return readings;
    }
}

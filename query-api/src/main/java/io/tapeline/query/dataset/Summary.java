package io.tapeline.query.dataset;

import java.util.List;

/**
 * What is said about everything a filter matches, not only the page.
 *
 * @param sql one row, every column text, where these are filled in: {@code {relation}}; {@code {where}}, all conditions;
 *     {@code {instruments}}, the instruments in question, and {@code {rows}}, the conditions on their rows
 */
public record Summary(String sql, List<SummaryField> fields) {

    /** The columns that the SQL gives, in any order. */
    public List<String> columns() {
        return fields.stream()
                .flatMap(f -> switch (f) {
                    case SummaryField.Plain plain -> List.of(plain.name()).stream();
                    case SummaryField.Each each -> List.of(each.name()).stream();
                    case SummaryField.Mean mean -> List.of(mean.sum(), mean.count()).stream();
                })
                .distinct()
                .toList();
    }
}

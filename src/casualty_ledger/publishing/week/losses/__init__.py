"""Military losses and totals followed week by week: tables, sentences, charts and section."""

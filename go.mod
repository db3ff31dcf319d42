module ninaudit

go 1.26.0

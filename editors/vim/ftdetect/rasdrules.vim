autocmd BufRead,BufNewFile *.rules,*.lst setfiletype rasdrules

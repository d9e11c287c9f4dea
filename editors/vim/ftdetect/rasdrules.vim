" .rules is Snort's ending as well: only files with a block of rasd's are taken.
autocmd BufRead,BufNewFile *.rules,*.lst if search('^\(rule\|list\|roles\|types\|status\|extends\|disable\)\s\+[a-z_.]\+', 'nw') | set filetype=rasdrules | endif
